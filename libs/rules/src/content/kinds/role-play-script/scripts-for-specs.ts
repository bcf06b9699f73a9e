import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import fc from 'fast-check';
import { blankBranch, blankEnding, blankRolePlayScript, blankTurn } from './blank';

/** Scripts of up to nine turns and two endings, with every sort of way on, broken ones too. */
export const anyScript: fc.Arbitrary<RolePlayScriptContent> = fc
  .record({ turns: fc.nat(9), endings: fc.nat(2), seed: fc.infiniteStream(fc.nat(1_000)) })
  .map(({ turns, endings, seed }) => {
    const next = (): number => Number(seed.next().value);
    const ids = [
      ...Array.from({ length: turns }, (_, index) => `t${index}`),
      ...Array.from({ length: endings }, (_, index) => `e${index}`),
      '',
      'gone',
    ];
    const anywhere = (): string => ids[next() % ids.length] ?? '';
    const turn = (index: number): ScriptTurn => ({
      ...blankTurn(`t${index}`),
      calmsDown: next() % 5 === 0,
      goesTo: next() % 2 === 0 ? '' : anywhere(),
      branches: Array.from({ length: next() % 3 }, (_, branch) => ({
        ...blankBranch(`t${index}-b${branch}`),
        goesTo: anywhere(),
      })),
    });
    return {
      ...blankRolePlayScript('en'),
      turns: Array.from({ length: turns }, (_, index) => turn(index)),
      endings: Array.from({ length: endings }, (_, index) => blankEnding(`e${index}`)),
    };
  });
