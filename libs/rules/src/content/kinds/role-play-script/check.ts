import type { Concern, RolePlayScriptContent } from '@common-ground/contract';
import { isBlank } from '../../parts';
import { Concerns } from '../../say-concern';
import { scriptParts } from './parts';
import { turnsWithoutCalm, turnsWithoutEnd, unreachableTurns, waysOn } from './paths';

/** Below this many turns nobody can be said to do all the talking. */
const ENOUGH_TO_JUDGE = 4;
/** Whoever has more than this share of the turns does all the talking. */
const ONE_SIDED = 2 / 3;

/** What is not right about a script yet. Every turn leads on and can come to the calm-down turn. */
export function checkScript(title: string, content: RolePlayScriptContent): Concern[] {
  const concerns = new Concerns();
  if (isBlank(title)) concerns.must('title-missing', 'title');
  concerns.repeatedIds(scriptParts(content));
  if (isBlank(content.scene)) concerns.may('scene-missing', 'content.scene', 'scene');
  if (isBlank(content.goal)) concerns.may('goal-missing', 'content.goal', 'goal');
  checkRoles(content, concerns);
  checkTurns(content, concerns);
  checkPaths(content, concerns);
  content.endings.forEach(({ id, words }, index) => {
    if (isBlank(words)) concerns.must('ending-empty', `content.endings.${index}.words`, id);
  });
  if (isBlank(content.pauseWord)) concerns.must('pause-word-missing', 'content.pauseWord', 'pauseWord');
  if (isBlank(content.optOut)) concerns.may('opt-out-missing', 'content.optOut', 'optOut');
  if (content.debrief.length === 0) concerns.may('debrief-missing', 'content.debrief', 'debrief');
  content.debrief.forEach(({ id, words }, index) => {
    if (isBlank(words)) concerns.may('debrief-empty', `content.debrief.${index}.words`, id);
  });
  return concerns.list;
}

function checkRoles({ roles, turns }: RolePlayScriptContent, concerns: Concerns): void {
  if (roles.length < 2) concerns.must('role-missing', 'content.roles', 'roles');
  const said = turns.length;
  roles.forEach(({ id, name }, index) => {
    const path = `content.roles.${index}`;
    if (isBlank(name)) concerns.must('role-name-missing', `${path}.name`, id);
    const own = turns.filter(({ roleId }) => roleId === id).length;
    if (said > 0 && own === 0) concerns.may('role-silent', path, id, { name });
    if (said >= ENOUGH_TO_JUDGE && own / said > ONE_SIDED) {
      concerns.may('one-sided', path, id, { name, turns: own, of: said });
    }
  });
}

function checkTurns({ roles, turns }: RolePlayScriptContent, concerns: Concerns): void {
  if (turns.length === 0) concerns.must('turn-missing', 'content.turns', 'turns');
  turns.forEach((turn, index) => {
    const path = `content.turns.${index}`;
    if (!roles.some(({ id }) => id === turn.roleId))
      concerns.must('speaker-missing', `${path}.roleId`, turn.id);
    if (isBlank(turn.line)) concerns.must('line-missing', `${path}.line`, turn.id);
    turn.branches.forEach(({ ifThey }, at) => {
      if (isBlank(ifThey)) concerns.must('branch-empty', `${path}.branches.${at}.ifThey`, turn.id);
    });
  });
}

function checkPaths(content: RolePlayScriptContent, concerns: Concerns): void {
  const { turns } = content;
  if (turns.length === 0) return;
  const hasCalm = turns.some(({ calmsDown }) => calmsDown);
  if (!hasCalm) concerns.must('calm-down-missing', 'content.turns', 'turns');
  const unreachable = unreachableTurns(content);
  const withoutCalm = turnsWithoutCalm(content);
  const withoutEnd = turnsWithoutEnd(content);
  turns.forEach((turn, index) => {
    const path = `content.turns.${index}`;
    if (waysOn(content, turn).includes(null)) concerns.must('dead-end', path, turn.id);
    else if (withoutEnd.has(turn.id)) concerns.may('never-ends', path, turn.id);
    if (hasCalm && withoutCalm.has(turn.id)) concerns.must('cannot-calm-down', path, turn.id);
    if (unreachable.has(turn.id)) concerns.may('unreachable', path, turn.id);
  });
}
