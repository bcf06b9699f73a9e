import { LONGEST_PROOF } from '@common-ground/testing';
import { mutantsOf, type Mutant } from './mutants-of-rules';
import { refusedByCompiler, RULE_FILES, runSpecs, SPECS, textOf } from './rules-and-their-specs';

/** The spec named after a file of rules is the likeliest to notice, so it goes first. */
function specsFor({ file }: Mutant): string[] {
  const own = file.replace(/\.ts$/u, '.spec.ts');
  return [...SPECS.filter((spec) => spec === own), ...SPECS.filter((spec) => spec !== own)];
}

describe('a rule with one condition forgotten or turned round', () => {
  const mutants = RULE_FILES.flatMap((file) => mutantsOf(file, textOf(file)));

  it('the specs hold for the rules as they are', () => {
    const { held, broken } = runSpecs(SPECS);
    expect(broken).toBeNull();
    expect(held).toBeGreaterThan(200);
  });

  it('there are many ways to get the rules wrong', () => {
    expect(mutants.length).toBeGreaterThan(300);
    expect(new Set(mutants.map(({ text }) => text)).size).toBe(mutants.length);
  });

  it(
    'is noticed by a sentence of a spec, whichever it is',
    () => {
      const outcomes = mutants.map((mutant) => ({
        mutant,
        broken: runSpecs(specsFor(mutant), mutant).broken,
      }));
      // What cannot even be loaded would count as noticed though no spec says a word about it.
      expect(outcomes.filter(({ broken }) => broken?.includes('cannot be read'))).toEqual([]);
      const isRefused = refusedByCompiler();
      const unnoticed = outcomes.filter(({ mutant, broken }) => broken === null && !isRefused(mutant));
      expect(unnoticed.map(({ mutant }) => mutant.name)).toEqual([]);
    },
    LONGEST_PROOF,
  );
});
