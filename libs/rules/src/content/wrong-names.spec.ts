import { blankBlock } from './kinds/worksheet/blank';
import { worksheetTexts } from './kinds/worksheet/texts';
import { prompt, reworded, worksheet } from './kinds/worksheet/worksheets-for-specs';
import { wrongNames } from './wrong-names';

describe('names of another family in a text', () => {
  const others = ['Daniel Kim', 'Grace Kim', 'Will Österlund', 'Jo Al'];
  const own = ['Maya Torres', 'Grace Torres'];
  const found = (text: string): string[] =>
    wrongNames([{ blockId: 'b', text }], others, own).map(({ name }) => name);

  it.each([
    ['a first name', 'Ask Daniel what helped.', ['Daniel']],
    ['a last name', 'The Kims… no: the Kim family', ['Kim']],
    ['a name with an apostrophe behind it', 'Daniel’s week', ['Daniel']],
    ['a name written without its accent', 'Call Mr Osterlund.', ['Österlund']],
    ['each name once for each block', 'Daniel and Daniel', ['Daniel']],
    ['nothing in a word that only contains a name', 'Kimchi', []],
    ['nothing in a word that is no name here', 'You will feel it.', []],
    ['a word at the start of a sentence, to be sure', 'Will you call?', ['Will']],
    ['nothing for a name this family bears as well', 'Grace likes this.', []],
    ['nothing for names of two letters', 'Jo said so.', []],
    ['nothing for this family', 'Maya Torres', []],
  ])('finds %s', (_what, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('looks at every word a family will read, and says where', () => {
    const sheet = worksheet(
      reworded(blankBlock('guidance', 'g', 'en'), 'For Daniel'),
      prompt('single-choice', { id: 'c', choices: [{ id: 'a', label: 'Daniel' }] }),
      prompt('scale', { id: 's', lowLabel: 'Like Daniel' }),
      prompt('date', { id: 'd', help: 'When Daniel left' }),
    );
    const texts = worksheetTexts('Daniel', { ...sheet, whenAndWhere: 'At home' });
    const places = wrongNames(texts, others, own).map(({ blockId }) => blockId);
    expect(places).toEqual([null, 'g', 'c', 's', 'd']);
  });
});
