import { blankTurn, scriptPicture, type ScriptPicture } from '@common-ground/rules/content';
import { drawn, wrapped, type Drawing } from './drawing';

const ending = { id: 'end', words: 'Well done.' };
const branch = { id: 'b', ifThey: 'If they laugh', goesTo: 'c' };
const turns = [
  { ...blankTurn('a'), line: 'Hello.', branches: [branch] },
  { ...blankTurn('b'), line: 'Good.', goesTo: 'gone' },
  { ...blankTurn('c'), line: 'Let us breathe.', calmsDown: true, goesTo: 'a' },
];

function draw(picture: ScriptPicture): Drawing {
  return drawn(picture, ({ id, words, ways, isAside }) => ({
    heading: id,
    words,
    marks: isAside ? ['Nobody comes here.'] : [],
    ways: ways.map(({ ifThey, to }) => ({ ifThey: ifThey || 'Then', to: to ?? 'nowhere' })),
  }));
}

describe('the drawing of the branches', () => {
  const drawing = draw(scriptPicture({ turns, endings: [ending] }));

  it('sets one box below the other, none over another', () => {
    drawing.boxes.reduce((above, box) => {
      expect(box.y).toBeGreaterThan(above.y + above.height);
      return box;
    });
    const last = drawing.boxes.at(-1);
    expect(drawing.height).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0));
  });

  it('writes into a box who speaks, the words, and where each way but the one straight down leads', () => {
    expect(drawing.boxes.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['a', 'Hello.', 'If they laugh → c'],
      ['b', 'Good.', 'Then → nowhere'],
      ['c', 'Let us breathe.', 'Then → a'],
      ['end', 'Well done.', 'Nobody comes here.'],
    ]);
    for (const box of drawing.boxes) {
      for (const { y } of box.lines) {
        expect(y).toBeGreaterThan(box.y);
        expect(y).toBeLessThan(box.y + box.height);
      }
    }
  });

  it('draws an arrow for each place that is come to, and a bar where a way leads nowhere', () => {
    const sorts = drawing.paths.map(({ sort }) => sort);
    expect(sorts.filter((sort) => sort === 'straight')).toHaveLength(1);
    expect(sorts.filter((sort) => sort === 'arrival')).toHaveLength(2);
    expect(sorts.filter((sort) => sort === 'nowhere')).toHaveLength(1);
    expect(drawing.joints).toHaveLength(2);
  });

  it('is empty for a script without turns', () => {
    expect(draw(scriptPicture({ turns: [], endings: [] }))).toMatchObject({
      boxes: [],
      paths: [],
      joints: [],
    });
  });

  it('breaks long words into two lines at most and never inside an accent or an emoji', () => {
    expect(wrapped('One two three')).toEqual(['One two three']);
    const lines = wrapped(
      'I would like to ask you for something, and I know that it is late in the day for it.',
    );
    expect(lines).toEqual([
      'I would like to ask you for something, and',
      'I know that it is late in the day for it.',
    ]);
    const [first = '', second = ''] = wrapped('👨‍👩‍👧'.repeat(60));
    expect([first.length % '👨‍👩‍👧'.length, second.endsWith('…')]).toEqual([0, true]);
    expect(wrapped('')).toEqual([]);
  });
});
