import type { DocumentId, MemberId, RolePlayScriptContent } from '@common-ground/contract';
import { blankRolePlayScript, blankTurn } from '../../kinds/role-play-script/blank';
import { after, beginning, next, type RunState } from './moves';
import {
  beginPlay,
  branchesOf,
  calmDown,
  endPlay,
  fitsPlay,
  isOfScripts,
  nextLine,
  swapParts,
  talkOn,
} from './play';

const AT_ONCE = { entry: 0, speaking: 0 };
const PAPER = 'a-script' as DocumentId;
const role = (id: string, castTo?: string): RolePlayScriptContent['roles'][number] => ({
  ...{ id, name: id, castAs: '', wants: '', feels: '', knows: '' },
  ...(castTo !== undefined && { castTo: castTo as MemberId }),
});
const SCRIPT: RolePlayScriptContent = {
  ...blankRolePlayScript('en'),
  roles: [role('asks', 'maya'), role('answers', 'rosa'), role('watches')],
  turns: [
    { ...blankTurn('open', 'asks'), branches: [{ id: 'no', ifThey: 'say no', goesTo: 'calm' }] },
    { ...blankTurn('yes', 'answers'), goesTo: 'end' },
    { ...blankTurn('calm', 'asks'), calmsDown: true },
  ],
  endings: [{ id: 'end', words: 'You asked.' }],
};
const HOUR = beginning(
  ['one', 'two'].map((id) => ({ id, title: id, minutes: 10, fixedStart: null, documentIds: [PAPER] })),
);
const HERE = ['maya', 'rosa'];
const moved = (run: RunState, ...moves: ((run: RunState) => ReturnType<typeof endPlay>)[]): RunState =>
  moves.reduce((state, move) => after(state, move(state), AT_ONCE), run);
const begun = moved(HOUR, (run) => beginPlay(run, PAPER, SCRIPT, HERE));

describe('a script that is played in the hour', () => {
  it('begins at its first line, each in their part, and nobody in the part of one who is not here', () => {
    expect(begun.play).toMatchObject({ documentId: PAPER, moment: 'turn', at: 'open' });
    expect(begun.play?.parts.map(({ by }) => by)).toEqual(['maya', 'rosa', null]);
    const without = moved(HOUR, (run) => beginPlay(run, PAPER, SCRIPT, ['rosa']));
    expect(without.play?.parts.map(({ by }) => by)).toEqual([null, 'rosa', null]);
    expect(moved(HOUR, (run) => beginPlay(run, PAPER, { ...SCRIPT, turns: [] }, HERE)).play).toBeNull();
  });

  it('goes on line by line or another way, and after the last line whoever watched speaks first', () => {
    const on = (run: RunState): ReturnType<typeof endPlay> => nextLine(run, SCRIPT);
    expect(moved(begun, on).play).toMatchObject({ moment: 'turn', at: 'yes' });
    expect(moved(begun, (run) => nextLine(run, SCRIPT, 'calm')).play).toMatchObject({ at: 'calm' });
    expect(moved(begun, on, on).play).toMatchObject({ moment: 'watched', at: 'end' });
    expect(moved(begun, on, on, talkOn).play?.moment).toBe('played');
    expect(moved(begun, on, on, talkOn, talkOn).play?.moment).toBe('questions');
    expect(moved(begun, on, on, talkOn, talkOn, talkOn).play).toBeNull();
  });

  it('can be talked about before its end, and ended at any time', () => {
    expect(moved(begun, talkOn).play).toMatchObject({ moment: 'watched', at: 'open' });
    expect(moved(begun, endPlay).play).toBeNull();
  });

  it('begins where somebody chose, without the branches they left out', () => {
    const chosen = (from: string, leftOut: string[]): RunState =>
      moved(HOUR, (run) => beginPlay(run, PAPER, SCRIPT, HERE, { from, leftOut }));
    const [open] = SCRIPT.turns;
    if (open === undefined) throw new Error('It has a line.');
    expect(chosen('yes', ['no', 'gone']).play).toMatchObject({ at: 'yes', leftOut: ['no'] });
    expect(branchesOf(chosen('', ['no']).play ?? {}, open)).toEqual([]);
    expect(branchesOf(chosen('', []).play ?? {}, open)).toEqual(open.branches);
    expect(chosen('gone', []).play).toEqual(begun.play);
    const on = moved(chosen('yes', ['no']), (run) => nextLine(run, SCRIPT), swapParts);
    expect(on.play?.leftOut).toEqual(['no']);
  });

  it('goes from every line to the one that calms down, whatever is left out, and from there nowhere', () => {
    for (const from of ['open', 'yes']) {
      const run = moved(HOUR, (hour) => beginPlay(hour, PAPER, SCRIPT, HERE, { from, leftOut: ['no'] }));
      expect(moved(run, (state) => calmDown(state, SCRIPT)).play).toMatchObject({
        at: 'calm',
        moment: 'turn',
      });
    }
    const calm = moved(begun, (run) => calmDown(run, SCRIPT));
    const further = { ...SCRIPT, turns: [{ ...blankTurn('other', ''), calmsDown: true }, ...SCRIPT.turns] };
    expect(moved(calm, (run) => calmDown(run, further)).play?.at).toBe('calm');
    const without = { ...SCRIPT, turns: SCRIPT.turns.filter(({ calmsDown }) => !calmsDown) };
    expect(moved(begun, (run) => calmDown(run, without)).play?.at).toBe('open');
    expect(moved(begun, talkOn, (run) => calmDown(run, SCRIPT)).play).toMatchObject({
      moment: 'watched',
      at: 'open',
    });
  });

  it('is a script and no other paper, also one that was taken back while it is played', () => {
    const moves = swapParts(begun);
    expect(isOfScripts(HOUR, moves, [PAPER])).toBe(true);
    expect(isOfScripts(HOUR, moves, ['a-worksheet'])).toBe(false);
    expect(isOfScripts(begun, moves, [])).toBe(true);
    expect(isOfScripts(HOUR, endPlay(begun), [])).toBe(true);
  });

  it('gives each the next part, and their own again after everybody had them all', () => {
    const parts = (run: RunState): (string | null)[] => (run.play?.parts ?? []).map(({ by }) => by);
    expect(parts(moved(begun, swapParts))).toEqual(['rosa', null, 'maya']);
    expect(parts(moved(begun, swapParts, swapParts, swapParts))).toEqual(parts(begun));
  });

  it('is over once people go on to something else or the hour ends', () => {
    expect(moved(begun, next).play).toBeNull();
    expect(after(begun, { ...swapParts(begun), end: 'stopped' }, AT_ONCE).play).toBeNull();
  });

  it('is one that lies on the table, with people who are here or had a part before', () => {
    const moves = swapParts(begun);
    expect(fitsPlay(HOUR, moves, [PAPER], HERE)).toBe(true);
    expect(fitsPlay(HOUR, moves, [], HERE)).toBe(false);
    expect(fitsPlay(HOUR, moves, [PAPER], ['maya'])).toBe(false);
    expect(fitsPlay(begun, moves, [PAPER], [])).toBe(true);
    expect(fitsPlay(HOUR, endPlay(begun), [], [])).toBe(true);
  });
});
