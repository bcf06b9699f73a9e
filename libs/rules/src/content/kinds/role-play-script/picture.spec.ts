import fc from 'fast-check';
import { blankEnding, blankRolePlayScript, blankTurn } from './blank';
import { scriptPicture, type PictureLane } from './picture';
import { unreachableTurns, waysOn } from './paths';
import { anyScript } from './scripts-for-specs';
import { ASKING_FOR_HELP_EN } from './templates/asking-for-help.en';

describe('the picture of the branches', () => {
  const { content } = ASKING_FOR_HELP_EN;
  const picture = scriptPicture(content);
  const waysOf = (id: string) => picture.places.find((place) => place.id === id)?.ways ?? [];

  it('keeps the order of the script: turns first, endings last, each numbered as on paper', () => {
    expect(picture.places.map(({ sort, number, id }) => `${sort} ${number} ${id}`)).toEqual([
      'turn 1 open',
      'turn 2 yes',
      'turn 3 later',
      'turn 4 ask',
      'turn 5 answer',
      'calm-down 6 calm',
      'turn 7 thanks',
      'ending 1 agreed',
      'ending 2 stopped',
    ]);
  });

  it('goes straight down to what stands below, and by a lane to everything else', () => {
    expect(waysOf('open')).toEqual([
      { id: '', ifThey: '', to: 'yes', lane: null },
      { id: 'open-later', ifThey: 'If they say “not now”', to: 'later', lane: expect.any(Number) as number },
    ]);
    expect(waysOf('later')).toEqual([{ id: '', ifThey: '', to: 'ask', lane: null }]);
    expect(waysOf('yes')[0]).toMatchObject({ to: 'ask', lane: expect.any(Number) as number });
  });

  it('draws everything that leads to one place in one lane, from the first row to the last', () => {
    expect(picture.lanes.filter(({ to }) => to === 'calm')).toEqual([
      { to: 'calm', from: 3, until: 6, lane: expect.any(Number) as number },
    ]);
  });

  it('says what lies aside, what leads nowhere and what never ends', () => {
    const turns = [
      { ...blankTurn('a'), goesTo: 'gone' },
      { ...blankTurn('b'), goesTo: 'c' },
      { ...blankTurn('c'), goesTo: 'b' },
    ];
    const { places } = scriptPicture({ ...blankRolePlayScript('en'), turns, endings: [blankEnding('e')] });
    expect(places.map(({ id, isAside, neverEnds }) => [id, isAside, neverEnds])).toEqual([
      ['a', false, true],
      ['b', true, true],
      ['c', true, true],
      ['e', true, false],
    ]);
    expect(places[0]?.ways).toEqual([{ id: '', ifThey: '', to: null, lane: null }]);
  });

  it('draws every way there is and no other, and no two lanes over one another, in a thousand scripts', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const drawn = scriptPicture(script);
        const far = unreachableTurns(script);
        script.turns.forEach((turn, row) => {
          const place = drawn.places[row];
          expect(place?.ways.map(({ to }) => to)).toEqual(waysOn(script, turn));
          expect(place?.isAside).toBe(far.has(turn.id));
          for (const { to, lane } of place?.ways ?? []) {
            if (lane === null) continue;
            const own = drawn.lanes.find((one) => one.to === to);
            expect(own).toMatchObject({ lane });
            expect(own?.from).toBeLessThanOrEqual(row);
            expect(own?.until).toBeGreaterThanOrEqual(row);
          }
        });
        drawn.lanes.forEach((one, index) => {
          for (const other of drawn.lanes.slice(index + 1)) expect(meet(one, other)).toBe(false);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

function meet(one: PictureLane, other: PictureLane): boolean {
  return one.lane === other.lane && one.from <= other.until && other.from <= one.until;
}
