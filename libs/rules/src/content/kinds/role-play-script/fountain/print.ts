import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import { escaped, FOUNTAIN_FORMAT, isPlain } from './notation';

/**
 * A script as Fountain: its scene, its speakers and their words stand as in a screenplay, all else as notes. Nothing
 * is lost but which member plays a role: an id of the practice means nothing anywhere else.
 */
export function printFountain(title: string, content: RolePlayScriptContent): string {
  const { language, scene, goal, roles, turns, endings, pauseWord, optOut, debrief } = content;
  const heads = [
    ...(isPlain(title) ? [`Title: ${title}`] : []),
    `Format: ${FOUNTAIN_FORMAT}`,
    `Language: ${language}`,
  ];
  const notes = [
    ...(isPlain(title) ? [] : [note('title', title)]),
    note('goal', goal),
    note('pause-word', pauseWord),
    note('opt-out', optOut),
    ...roles.flatMap(({ id, name, castAs, wants, feels, knows }) => [
      `[[role ${id}: ${escaped(name)}]]`,
      note(`role-cast ${id}`, castAs),
      note(`role-wants ${id}`, wants),
      note(`role-feels ${id}`, feels),
      note(`role-knows ${id}`, knows),
    ]),
  ];
  const setting = isPlain(scene) ? `!${scene}` : note('scene', scene);
  const after = [
    ...endings.map(({ id, words }) => `[[ending ${id}: ${escaped(words)}]]`),
    ...debrief.map(({ id, words }) => `[[debrief ${id}: ${escaped(words)}]]`),
  ];
  return [heads, notes, ['.SCENE'], [setting], ...turns.map((turn) => printTurn(turn, content)), after]
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function printTurn(turn: ScriptTurn, { roles }: RolePlayScriptContent): string[] {
  const { id, roleId, cue, line, softer, firmer, why, calmsDown, goesTo, branches } = turn;
  const name = roles.find((role) => role.id === roleId)?.name ?? '';
  return [
    `@${isPlain(name) ? name : 'SPEAKER'}`,
    isPlain(cue) ? `(${cue})` : '',
    isPlain(line) ? line : '',
    `[[turn ${id}${roleId === '' ? '' : ` ${roleId}`}]]`,
    isPlain(cue) ? '' : note('cue', cue),
    isPlain(line) ? '' : note('line', line),
    note('softer', softer),
    note('firmer', firmer),
    note('why', why),
    calmsDown ? '[[calms-down]]' : '',
    goesTo === '' ? '' : `[[goes-to ${goesTo}]]`,
    ...branches.map(
      (branch) =>
        `[[if ${branch.id}${branch.goesTo === '' ? '' : ` ${branch.goesTo}`}: ${escaped(branch.ifThey)}]]`,
    ),
  ];
}

/** Nothing where there are no words. */
function note(head: string, words: string): string {
  return words === '' ? '' : `[[${head}: ${escaped(words)}]]`;
}
