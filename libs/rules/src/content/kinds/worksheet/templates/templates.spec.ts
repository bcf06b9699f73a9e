import { isPrompt, LIMITS, NOT_SURE, RATHER_NOT_SAY, type Block } from '@common-ground/contract';
import { checkWorksheet } from '../check';
import { BUILT_IN_WORKSHEETS } from '.';

const LONGEST_SENTENCE = { en: 18, es: 20 } as const;

function labels(block: Block): readonly string[] {
  if ('choices' in block) return block.choices.map((choice) => choice.label);
  return block.kind === 'scale' ? [block.lowLabel, block.highLabel] : [];
}

function words(block: Block): readonly string[] {
  if (block.kind === 'section') return [block.title];
  if (block.kind === 'guidance') return [block.text];
  return [block.question, block.help, ...labels(block)];
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.?!:][”»]?)\s+/u).filter((sentence) => sentence !== '');
}

const skeleton = (blocks: readonly Block[]) =>
  blocks.map((block) => ({
    kind: block.kind,
    id: block.id,
    choices: 'choices' in block ? block.choices.map((choice) => choice.id) : [],
    optional: isPrompt(block) && block.optional,
    notSure: 'notSure' in block && block.notSure,
  }));

describe('the built-in worksheets', () => {
  it('have ids of their own', () => {
    const ids = BUILT_IN_WORKSHEETS.map((worksheet) => worksheet.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('exist in English and in Spanish, block for block', () => {
    const english = BUILT_IN_WORKSHEETS.filter((worksheet) => worksheet.content.language === 'en');
    expect(english).toHaveLength(13);
    for (const original of english) {
      const spanish = BUILT_IN_WORKSHEETS.find((worksheet) => worksheet.id === `${original.id}-es`);
      expect(spanish?.content.language).toBe('es');
      expect(spanish?.content.minutes).toBe(original.content.minutes);
      expect(skeleton(spanish?.content.blocks ?? [])).toEqual(skeleton(original.content.blocks));
    }
  });

  describe.each(BUILT_IN_WORKSHEETS.map((worksheet) => [worksheet.id, worksheet] as const))(
    '%s',
    (id, { title, content, source }) => {
      it('uses each block id and choice id once and none that stands for “not sure”', () => {
        const ids = content.blocks.map((block) => block.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const block of content.blocks) {
          if (!('choices' in block)) continue;
          const choices = block.choices.map((choice) => choice.id);
          expect(new Set(choices).size).toBe(choices.length);
          expect(choices).not.toContain(NOT_SURE);
          expect(choices).not.toContain(RATHER_NOT_SAY);
        }
      });

      it('has six to ten blocks, or what a hand-out tells under its headings, and says where it comes from', () => {
        expect(content.blocks.length).toBeGreaterThanOrEqual(6);
        expect(content.blocks.length).toBeLessThanOrEqual(id.startsWith('about-') ? 16 : 10);
        expect(source).not.toBe('');
      });

      it('says why it helps in one sentence', () => {
        expect(sentences(content.whyItHelps)).toHaveLength(1);
        expect(content.whyItHelps.length).toBeLessThanOrEqual(LIMITS.line);
      });

      it('speaks in short sentences', () => {
        const everything = [title, content.whenAndWhere, ...content.blocks.flatMap(words)];
        const long = everything
          .flatMap(sentences)
          .filter((sentence) => sentence.split(/\s+/u).length > LONGEST_SENTENCE[content.language]);
        expect(long).toEqual([]);
      });

      it('could be submitted as it stands', () => {
        expect(checkWorksheet(title, content).filter((concern) => concern.blocks)).toEqual([]);
      });
    },
  );
});
