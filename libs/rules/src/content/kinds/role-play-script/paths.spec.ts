import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import fc from 'fast-check';
import { blankBranch, blankRolePlayScript, blankTurn } from './blank';
import { checkScript } from './check';
import { turnsWithoutCalm, turnsWithoutEnd, unreachableTurns } from './paths';
import { anyScript } from './scripts-for-specs';
import { ASKING_FOR_HELP_EN } from './templates/asking-for-help.en';

/** Every place one can get to from a turn, found the slow and certain way: by walking until nothing new turns up. */
function walkedFrom({ turns, endings }: RolePlayScriptContent, start: string): Set<string> {
  const places = new Set([start]);
  for (let round = 0; round <= turns.length; round += 1) {
    turns.forEach((turn, index) => {
      if (!places.has(turn.id)) return;
      const straight = turn.goesTo || (turns[index + 1]?.id ?? endings[0]?.id ?? 'nowhere');
      for (const place of [straight, ...turn.branches.map(({ goesTo }) => goesTo)]) {
        if ([...turns, ...endings].some(({ id }) => id === place)) places.add(place);
      }
    });
  }
  return places;
}

describe('the ways through a script', () => {
  it('says of every turn the same as somebody who walks them all, in a thousand scripts', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const { turns, endings } = script;
        const calm = turns.filter(({ calmsDown }) => calmsDown).map(({ id }) => id);
        const fromStart = walkedFrom(script, turns[0]?.id ?? '');
        const found = {
          far: unreachableTurns(script),
          tense: turnsWithoutCalm(script),
          endless: turnsWithoutEnd(script),
        };
        for (const { id } of turns) {
          const ahead = walkedFrom(script, id);
          expect(found.far.has(id)).toBe(!fromStart.has(id));
          expect(found.tense.has(id)).toBe(!calm.some((one) => ahead.has(one)));
          expect(found.endless.has(id)).toBe(!endings.some((ending) => ahead.has(ending.id)));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what a script still lacks', () => {
  const { content } = ASKING_FOR_HELP_EN;
  const said = (over: Partial<RolePlayScriptContent>): string[] =>
    checkScript('A talk', { ...content, ...over }).map(
      ({ code, blockId, blocks }) => `${blocks ? 'must' : 'may'} ${code} ${blockId ?? ''}`,
    );
  const changed = (id: string, over: Partial<ScriptTurn>): readonly ScriptTurn[] =>
    content.turns.map((turn) => (turn.id === id ? { ...turn, ...over } : turn));

  it('says nothing about one that is whole', () => {
    expect(said({})).toEqual([]);
  });

  it('an empty one needs a title, two roles, a turn and a word to pause', () => {
    const must = checkScript('', blankRolePlayScript('en')).filter(({ blocks }) => blocks);
    expect(must.map(({ code }) => code)).toEqual([
      'title-missing',
      'role-missing',
      'turn-missing',
      'pause-word-missing',
    ]);
  });

  it('every script has a turn that calms down, and every turn can come to it', () => {
    expect(said({ turns: changed('calm', { calmsDown: false }) })).toContain('must calm-down-missing turns');
    const thanks = said({ turns: changed('thanks', { branches: [] }) });
    expect(thanks).toEqual(['must cannot-calm-down thanks']);
  });

  it('no way leads nowhere, and no turn lies aside', () => {
    expect(said({ turns: changed('answer', { goesTo: 'gone' }) })).toContain('must dead-end answer');
    const branch = { ...blankBranch('b'), ifThey: 'If they laugh' };
    expect(said({ turns: changed('yes', { branches: [branch] }) })).toContain('must dead-end yes');
    expect(
      said({ turns: [...content.turns, { ...blankTurn('aside', 'me'), line: 'Hello.', goesTo: 'calm' }] }),
    ).toEqual(['may unreachable aside']);
  });

  it('nobody does all the talking, and nobody only listens', () => {
    const alone = content.turns.map((turn) => ({ ...turn, roleId: 'me' }));
    expect(said({ turns: alone })).toEqual(['may one-sided me', 'may role-silent other']);
  });
});
