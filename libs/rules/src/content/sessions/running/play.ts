import type {
  DocumentId,
  RolePlayScriptContent,
  RunMoves,
  ScriptBranch,
  ScriptPlay,
  ScriptTurn,
} from '@common-ground/contract';
import { calmTurnFrom, goesOnTo } from '../../kinds/role-play-script/paths';
import { movesOf, type RunState } from './moves';

/** After the last line whoever watched speaks first, then whoever played, and then everybody about the questions. */
const AFTERWARDS = { turn: 'watched', watched: 'played', played: 'questions', questions: null } as const;

/** What of a script is played: from which line on, and without which branches. */
export interface PartsToPlay {
  /** Empty, or a line that is not there: from the first one. */
  readonly from: string;
  readonly leftOut: readonly string[];
}

const ALL: PartsToPlay = { from: '', leftOut: [] };

/** A script is played by everybody together, from the line that was chosen, each in the part they were cast in. */
export function beginPlay(
  run: RunState,
  documentId: DocumentId,
  { roles, turns }: RolePlayScriptContent,
  here: readonly string[],
  { from, leftOut }: PartsToPlay = ALL,
): RunMoves {
  const first = turns.find(({ id }) => id === from) ?? turns[0];
  if (first === undefined) return movesOf(run);
  const parts = roles.map(({ id, castTo }) => ({
    ...{ roleId: id, by: castTo !== undefined && here.includes(castTo) ? castTo : null },
  }));
  const without = turns
    .flatMap(({ branches }) => branches.map(({ id }) => id))
    .filter((id) => leftOut.includes(id));
  const chosen = without.length === 0 ? {} : { leftOut: without };
  return movesOf({ ...run, play: { documentId, moment: 'turn', at: first.id, parts, ...chosen } });
}

/** The other ways a line can go on, but for those that are not played this time. */
export function branchesOf(play: Pick<ScriptPlay, 'leftOut'>, { branches }: ScriptTurn): ScriptBranch[] {
  return branches.filter(({ id }) => play.leftOut?.includes(id) !== true);
}

/** From any line to the one that calms down, whatever is left out; nothing moves where there is none. */
export function calmDown(run: RunState, script: RolePlayScriptContent): RunMoves {
  return played(run, (play) => {
    const calm = play.moment === 'turn' ? calmTurnFrom(script, play.at) : null;
    return calm === null ? play : { ...play, at: calm.id };
  });
}

/** The way on from a line, or the one somebody chose; where no line follows, the talk about it begins. */
export function nextLine(run: RunState, script: RolePlayScriptContent, chosen?: string): RunMoves {
  return played(run, (play) => {
    const turn = script.turns.find(({ id }) => id === play.at);
    const at = chosen ?? (turn && goesOnTo(script, turn)) ?? '';
    const isLine = script.turns.some(({ id }) => id === at);
    return isLine ? { ...play, at } : { ...play, at, moment: 'watched' };
  });
}

/** Each takes the next part. */
export function swapParts(run: RunState): RunMoves {
  return played(run, (play) => {
    const { parts } = play;
    return {
      ...play,
      parts: parts.map(({ roleId }, at) => ({ roleId, by: parts[(at + 1) % parts.length]?.by ?? null })),
    };
  });
}

/** From the lines to the talk about them at any time, and from one part of that to the next; after the last it is over. */
export function talkOn(run: RunState): RunMoves {
  return played(run, (play) => {
    const moment = AFTERWARDS[play.moment];
    return moment && { ...play, moment };
  });
}

export function endPlay(run: RunState): RunMoves {
  return played(run, () => null);
}

/** Whether it is a script of the table that is played, and not another paper; or goes on being played. */
export function isOfScripts(run: RunState, { play }: RunMoves, scripts: readonly string[]): boolean {
  return play === null || play.documentId === run.play?.documentId || scripts.includes(play.documentId);
}

/** Whether what is played lies on the table, and is played by people who are here or had a part before. */
export function fitsPlay(
  run: RunState,
  { play }: RunMoves,
  onTable: readonly string[],
  here: readonly string[],
): boolean {
  if (play === null) return true;
  const known = new Set([...here, ...(run.play?.parts ?? []).map(({ by }) => by)]);
  return onTable.includes(play.documentId) && play.parts.every(({ by }) => by === null || known.has(by));
}

function played(run: RunState, how: (play: ScriptPlay) => ScriptPlay | null): RunMoves {
  return movesOf({ ...run, play: run.play && how(run.play) });
}
