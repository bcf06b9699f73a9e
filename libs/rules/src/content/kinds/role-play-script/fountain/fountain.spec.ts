import { cleanText, LIMITS, type MemberId, type RolePlayScriptContent } from '@common-ground/contract';
import fc from 'fast-check';
import { blankRole, blankRolePlayScript } from '../blank';
import { BUILT_IN_SCRIPTS } from '../templates';
import { parseFountain, printFountain } from '.';

/** Whatever can be typed, and what would mean something to Fountain. */
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'[]\\@!.#>=~^()*_:/ \n\r\tAÉ\u0007u{1}'), maxLength: 30 }),
      fc.constantFrom('', 'INT. KITCHEN', '[[turn x]]', '/* gone */', '(softly)', 'Say “no”.', ' edge '),
    )
    .map((text) => cleanText(text.slice(0, most)));
const ids = (many: number, letter: string): fc.Arbitrary<string[]> =>
  fc.nat(many).map((count) => Array.from({ length: count }, (_, index) => `${letter}-${index}`));

const anyScript: fc.Arbitrary<RolePlayScriptContent> = fc
  .record({ roles: ids(4, 'r'), turns: ids(6, 't'), endings: ids(3, 'e'), debrief: ids(3, 'd') })
  .chain(({ roles, turns, endings, debrief }) => {
    const anywhere = fc.constantFrom('', 'gone', ...turns, ...endings);
    const line = words(LIMITS.line);
    const each = <T>(list: string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      fc.tuple(...list.map(make));
    return fc.record({
      format: fc.constant(1 as const),
      language: fc.constantFrom('en' as const, 'es' as const),
      scene: words(LIMITS.paragraph),
      goal: line,
      pauseWord: words(LIMITS.name),
      optOut: line,
      roles: each(roles, (id) =>
        fc.record({
          id: fc.constant(id),
          name: words(LIMITS.name),
          castAs: words(LIMITS.name),
          wants: line,
          feels: line,
          knows: line,
        }),
      ),
      turns: each(turns, (id) =>
        fc.record({
          id: fc.constant(id),
          roleId: fc.constantFrom('', 'nobody', ...roles),
          cue: line,
          line,
          softer: line,
          firmer: line,
          why: line,
          calmsDown: fc.boolean(),
          goesTo: anywhere,
          branches: fc
            .nat(2)
            .chain((many) =>
              fc.tuple(
                ...Array.from({ length: many }, (_, index) =>
                  fc.record({ id: fc.constant(`${id}-b${index}`), ifThey: line, goesTo: anywhere }),
                ),
              ),
            ),
        }),
      ),
      endings: each(endings, (id) => fc.record({ id: fc.constant(id), words: line })),
      debrief: each(debrief, (id) => fc.record({ id: fc.constant(id), words: line })),
    });
  });

describe('a script as Fountain', () => {
  it('comes back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(words(LIMITS.title), anyScript, (title, content) => {
        expect(parseFountain(printFountain(title, content), 'en')).toEqual({ title, content, unread: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(BUILT_IN_SCRIPTS.map((one) => [one.id, one] as const))(
    'comes back as it was when it is %s, and reads like a screenplay',
    (_id, { title, content }) => {
      const printed = printFountain(title, content);
      expect(parseFountain(printed, 'en')).toEqual({ title, content, unread: [] });
      for (const { line } of content.turns) expect(printed).toContain(line);
    },
  );

  it('says nothing of which member plays a role', () => {
    const content = {
      ...blankRolePlayScript('en'),
      roles: [{ ...blankRole('me'), castTo: 'an-id' as MemberId }],
    };
    expect(printFountain('', content)).not.toContain('an-id');
  });
});

const FOREIGN = `Title: **A Talk**
Credit: Written by
Author: Somebody

INT. KITCHEN - EVENING

Two cups on the table.

ROSA
(quietly)
I would like *five* minutes.

LEO (O.S.)
All right.

He sits down.

ROSA ^
Thank you.
I mean it.

CUT TO:

# A section

@McAdam
Hello. [[a note in between]]

[[todo: an ending]]
/* a line
that nobody reads */
> The end <
`;

describe('somebody else’s screenplay', () => {
  it('gives its title, its scene, who speaks and what they say; the rest is named by its line', () => {
    const { title, content, unread } = parseFountain(FOREIGN, 'es');
    expect(title).toBe('A Talk');
    expect(content.language).toBe('es');
    expect(content.scene).toBe('INT. KITCHEN - EVENING\nTwo cups on the table.');
    expect(content.roles.map(({ name }) => name)).toEqual(['ROSA', 'LEO', 'McAdam']);
    const names = new Map(content.roles.map(({ id, name }) => [id, name]));
    expect(content.turns.map(({ roleId, cue, line }) => [names.get(roleId), cue, line])).toEqual([
      ['ROSA', 'quietly', 'I would like five minutes.'],
      ['LEO', '', 'All right.'],
      ['ROSA', 'He sits down.', 'Thank you. I mean it.'],
      ['McAdam', '', 'Hello.'],
    ]);
    expect(unread.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '22 not-understood',
      '24 not-understood',
      '27 not-understood',
      '29 not-understood',
      '32 not-understood',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n'.repeat(50_000)],
    ['brackets', '[['.repeat(50_000)],
    ['notes that never end', '[[a\n'.repeat(50_000)],
    ['boneyards that never end', '/*'.repeat(50_000)],
    ['open brackets in a name', `A${'('.repeat(50_000)}\nB`],
    ['spaces', `${' '.repeat(50_000)}x${' '.repeat(50_000)}`],
    ['signs of emphasis', '*_\\'.repeat(30_000)],
    ['backslashes in a note', `Format: Common Ground 1\n\n[[goal: ${'\\u{'.repeat(30_000)}]]`],
    ['speakers', 'ROSA\nHello.\n\n'.repeat(25_000)],
    ['other names each time', Array.from({ length: 9_000 }, (_, n) => `ROSA ${n}\nHello.\n\n`).join('')],
    ['marks on one letter', `ROSA\nz${'\u0301'.repeat(50_000)}`],
    ['NUL and halves of characters', 'ROSA\n\u0000\uD800Hello\u202E.'],
  ])('is read at once and within its limits when it is made of %s', (_what, text) => {
    const began = Date.now();
    const { content, unread } = parseFountain(text, 'en');
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(unread.length).toBeLessThanOrEqual(200);
    expect(content.turns.length).toBeLessThanOrEqual(LIMITS.blocks);
    expect(content.roles.length).toBeLessThanOrEqual(LIMITS.entries);
    const all = JSON.stringify(content);
    expect(all).toBe(cleanText(all));
    expect(all).not.toContain('\\u0000');
    for (const { line, cue } of content.turns) {
      expect(Math.max(line.length, cue.length)).toBeLessThanOrEqual(LIMITS.line);
    }
  });

  it('is not taken for one of ours because of its notes', () => {
    const { content } = parseFountain('ROSA\nHello.\n[[turn mine me]]\n[[goes-to gone]]', 'en');
    expect(content.turns).toMatchObject([{ id: 't1', goesTo: '', line: 'Hello.' }]);
  });
});
