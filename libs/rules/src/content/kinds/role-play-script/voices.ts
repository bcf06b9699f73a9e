import type { ScriptTurn } from '@common-ground/contract';

/** How a line can be said, in the order they are offered: `line` is as it is written. */
export const TURN_VOICES = ['softer', 'line', 'firmer'] as const;
export type TurnVoice = (typeof TURN_VOICES)[number];

/** The ways that somebody wrote for this line. */
export function voicesOf(turn: ScriptTurn): TurnVoice[] {
  return TURN_VOICES.filter((voice) => turn[voice] !== '');
}

/** A line in a voice; as it is written where nobody wrote it so. */
export function saidIn(turn: ScriptTurn, voice: TurnVoice): string {
  return turn[voice] || turn.line;
}
