import { BUILT_IN_TEMPLATES, rulesOf, type BuiltIn } from '.';

/** A template is for nobody yet, so the day to look at a plan again is the one thing it cannot know. */
const NOT_KNOWN_YET = ['review-missing'];
const ANY_DAY = { startOn: '2027-01-04', reviewOn: '2027-02-01' };

const all = BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const);

const shape = ({ kind, content }: BuiltIn) =>
  rulesOf(kind)
    .parts(content)
    .map(({ id, part }) => `${part} ${id}`);

describe('the built-in templates', () => {
  it('have ids of their own and come in every kind', () => {
    expect(new Set(BUILT_IN_TEMPLATES.map(({ id }) => id)).size).toBe(BUILT_IN_TEMPLATES.length);
    expect(new Set(BUILT_IN_TEMPLATES.map(({ kind }) => kind)).size).toBe(4);
  });

  it('exist in English and in Spanish, part for part', () => {
    for (const english of BUILT_IN_TEMPLATES.filter(({ language }) => language === 'en')) {
      const spanish = BUILT_IN_TEMPLATES.find(({ id }) => id === `${english.id}-es`);
      if (spanish === undefined) throw new Error(`${english.id} is not in Spanish.`);
      expect(spanish.language).toBe('es');
      expect(shape(spanish)).toEqual(shape(english));
    }
  });

  it.each(all)(
    '%s says why it helps and where the idea comes from',
    (_id, { whyItHelps, source, minutes }) => {
      expect(whyItHelps).not.toBe('');
      expect(source).not.toBe('');
      expect(minutes).toBeGreaterThan(0);
    },
  );

  it.each(all)(
    '%s could be submitted but for the day to look at it again',
    (_id, { kind, title, content }) => {
      const concerns = rulesOf(kind).check(title, content);
      expect(concerns.filter(({ blocks }) => blocks).map(({ code }) => code)).toEqual(
        'reviewOn' in content ? NOT_KNOWN_YET : [],
      );
      const dated = 'reviewOn' in content ? { ...content, ...ANY_DAY } : content;
      expect(
        rulesOf(kind)
          .check(title, dated)
          .map(({ code }) => code),
      ).toEqual([]);
    },
  );
});
