import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import { joined, minutesToRead, type Outline, type Part } from '../../parts';
import { goesOnTo } from './paths';

/** A script part by part, in the order in which it is read. */
export function scriptParts(content: RolePlayScriptContent): Part[] {
  return [
    { id: 'scene', part: 'scene', words: content.scene },
    { id: 'goal', part: 'goal', words: content.goal },
    ...content.roles.map(({ id, name, castAs, wants, feels, knows }) => ({
      id,
      part: 'role',
      words: joined(name, castAs, wants, feels, knows),
    })),
    ...content.turns.map((turn) => ({
      id: turn.id,
      part: 'turn',
      words: wordsOf(turn),
      meaning: whereTo(content, turn),
    })),
    ...content.endings.map(({ id, words }) => ({ id, part: 'ending', words })),
    { id: 'pauseWord', part: 'pauseWord', words: content.pauseWord },
    { id: 'optOut', part: 'optOut', words: content.optOut },
    ...content.debrief.map(({ id, words }) => ({ id, part: 'debrief', words })),
  ];
}

/** Said aloud, with a breath between, and talked about afterwards. */
export function scriptOutline(content: RolePlayScriptContent): Outline {
  const minutes = Math.max(minutesToRead(scriptParts(content)), Math.ceil(content.turns.length / 2));
  return { whyItHelps: content.goal, minutes: minutes + (content.debrief.length > 0 ? 3 : 0), prompts: 0 };
}

function wordsOf({ cue, line, softer, firmer, why, branches }: ScriptTurn): string {
  return joined(cue, line, softer, firmer, why, ...branches.map(({ ifThey }) => ifThey));
}

/** Who speaks, whether it calms down, and where it leads, by words instead of ids. */
function whereTo(content: RolePlayScriptContent, turn: ScriptTurn): string {
  const speaker = content.roles.find(({ id }) => id === turn.roleId)?.name ?? '';
  const next = turn.goesTo === '' ? '' : named(content, goesOnTo(content, turn));
  const branches = turn.branches.map(({ ifThey, goesTo }) => `${ifThey} → ${named(content, goesTo)}`);
  return joined(speaker, turn.calmsDown ? '∼' : '', next === '' ? '' : `→ ${next}`, ...branches);
}

function named({ turns, endings }: RolePlayScriptContent, id: string | null): string {
  const line =
    turns.find((turn) => turn.id === id)?.line ?? endings.find((ending) => ending.id === id)?.words;
  return line === undefined ? '?' : line.slice(0, 40);
}
