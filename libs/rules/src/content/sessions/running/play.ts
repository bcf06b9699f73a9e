import type { DocumentId, RolePlayScriptContent, RunMoves, ScriptPlay } from '@common-ground/contract';
import { goesOnTo } from '../../kinds/role-play-script/paths';
import { movesOf, type RunState } from './moves';

/** After the last line whoever watched speaks first, then whoever played, and then everybody about the questions. */
const AFTERWARDS = { turn: 'watched', watched: 'played', played: 'questions', questions: null } as const;

/** A script is played by everybody together, from its first line, each in the part they were cast in. */
export function beginPlay(
  run: RunState,
  documentId: DocumentId,
  { roles, turns }: RolePlayScriptContent,
  here: readonly string[],
): RunMoves {
  const [first] = turns;
  if (first === undefined) return movesOf(run);
  const parts = roles.map(({ id, castTo }) => ({
    ...{ roleId: id, by: castTo !== undefined && here.includes(castTo) ? castTo : null },
  }));
  return movesOf({ ...run, play: { documentId, moment: 'turn', at: first.id, parts } });
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

/** Whether a script on the table is played, by people who are here or had a part before. */
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
