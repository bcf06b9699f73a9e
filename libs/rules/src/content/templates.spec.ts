import { DOCUMENT_KINDS, LIMITS } from '@common-ground/contract';
import { BUILT_IN_TEMPLATES, coachAdvice, rulesOf, type BuiltIn } from '.';

/** A template is for nobody yet, so the day to look at a plan again is the one thing it cannot know. */
const NOT_KNOWN_YET = ['review-missing'];
const ANY_DAY = { startOn: '2027-01-04', reviewOn: '2027-02-01' };

const all = BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const);

const shape = ({ kind, content }: BuiltIn) =>
  rulesOf(kind)
    .parts(content)
    .map(({ id, part }) => `${part} ${id}`);

describe('the built-in templates', () => {
  it('have ids of their own, and six or more come in every kind and language', () => {
    expect(new Set(BUILT_IN_TEMPLATES.map(({ id }) => id)).size).toBe(BUILT_IN_TEMPLATES.length);
    for (const kind of DOCUMENT_KINDS) {
      for (const language of ['en', 'es'] as const) {
        const some = BUILT_IN_TEMPLATES.filter((one) => one.kind === kind && one.language === language);
        expect([kind, language, some.length >= 6]).toEqual([kind, language, true]);
      }
    }
  });

  it('tell families about six conditions, each with what to do at once', () => {
    const about = BUILT_IN_TEMPLATES.filter(({ id }) => id.startsWith('about-'));
    expect(about.map(({ id }) => id.replace(/^about-|-es$/gu, '')).sort()).toEqual(
      ['anxiety', 'bipolar', 'depression', 'psychosis', 'substance-use', 'trauma'].flatMap((one) => [
        one,
        one,
      ]),
    );
    for (const { content, source } of about) {
      expect(JSON.stringify(content)).toMatch(/“Get help now”|«Pedir ayuda ahora»/u);
      expect(source).toMatch(/https:\/\/\S+\.gov\//u);
    }
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
    '%s is easy to read, and the language coach has nothing to say about it',
    (_id, { kind, title, language, content, reading }) => {
      expect(coachAdvice(title, content, rulesOf(kind).parts(content))).toEqual([]);
      expect(reading?.band).toMatch(/^(?:very-)?easy$/u);
      if (language === 'en') expect(reading?.score).toBeLessThanOrEqual(6);
    },
  );

  it.each(all)('%s is found by its tags, and none of its words is too long', (_id, template) => {
    expect(template.tags.length).toBeGreaterThan(1);
    expect(template.tags.length).toBeLessThanOrEqual(LIMITS.tags);
    expect(template.tags.every((tag) => tag.length <= LIMITS.tag && tag === tag.trim())).toBe(true);
    expect(template.title.length).toBeLessThanOrEqual(LIMITS.title);
    expect(template.source.length).toBeLessThanOrEqual(LIMITS.line);
  });

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
