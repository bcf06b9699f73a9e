import { LIMITS, type WorksheetContent } from '@common-ground/contract';
import fc from 'fast-check';
import { rulesOf } from './kinds/kinds';
import { whereMarkedWordsStand, type StandingMark } from './marked-words';
import { worksheet } from './kinds/worksheet/worksheets-for-specs';

/** Few words, so that they come back again and again; numbered ones stand in the text only once. */
const anyWord = fc.constantFrom('ask', 'her', 'once', 'again', 'calmly.', '(or', 'later)');
const anyWords = fc.array(anyWord, { maxLength: 30 });
/** What is said nowhere else, so that there is one place to find it at. */
const anyQuote = fc.array(anyWord, { maxLength: 4 }).map((words) => ['Then', ...words, 'rest']);

const find = (
  text: string,
  marked: { quote: string; prefix: string; suffix: string },
): StandingMark | null => {
  const content: WorksheetContent = worksheet({ kind: 'guidance', id: 'told', text });
  const parts = rulesOf('worksheet').parts(content);
  return whereMarkedWordsStand(content, parts, { blockId: 'told', ...marked });
};
const said = (...words: readonly (readonly string[])[]): string => words.flat().join(' ');
const before = (text: string): number => (text === '' ? 0 : text.length + 1);

describe('words marked in any text', () => {
  it('are found where they stand after any edit before and after them', () => {
    fc.assert(
      fc.property(anyWords, anyQuote, anyWords, anyWords, anyWords, (head, quote, tail, newHead, newTail) => {
        const marked = {
          quote: said(quote),
          prefix: `${said(head)} `.slice(-LIMITS.aroundQuote),
          suffix: ` ${said(tail)}`.slice(0, LIMITS.aroundQuote),
        };
        expect(find(said(head, quote, tail), marked)?.from).toBe(before(said(head)));
        const edited = said([...head, ...newHead], quote, [...newTail, ...tail]);
        expect(find(edited, marked)).toMatchObject({
          from: before(said(head, newHead)),
          quote: marked.quote,
        });
      }),
    );
  });

  it('are told apart from the same words elsewhere by what stood around them, while that stands', () => {
    fc.assert(
      fc.property(anyWords, anyQuote, anyWords, anyWords, (head, quote, tail, more) => {
        const [around, behind] = ['only here', 'and on'];
        const marked = { quote: said(quote), prefix: `${around} `, suffix: ` ${behind}` };
        const place = said(head, quote, more, [around]);
        const text = said([place], quote, [behind], tail, quote);
        expect(find(text, marked)?.from).toBe(before(place));
      }),
    );
  });

  it('are gone once a word of theirs is another', () => {
    fc.assert(
      fc.property(anyWords, anyQuote, anyWords, fc.nat(9), (head, quote, tail, at) => {
        const changed = quote.with(at % quote.length, 'otherwise');
        const marked = {
          quote: said(quote),
          prefix: `${said(head)} `.slice(-LIMITS.aroundQuote),
          suffix: '',
        };
        expect(find(said(head, changed, tail), marked)).toBeNull();
      }),
    );
  });
});
