import type { Airtime, CountedAirtime } from '@common-ground/contract';

/** What is counted after a move: another count begins at nothing, and whoever spoke until now has spoken so long. */
export function counted(
  before: CountedAirtime | null,
  now: Airtime | null,
  secondsSpeaking: number,
): CountedAirtime | null {
  if (now === null) return null;
  const { speaking, onScreen, count } = now;
  if (before === null || before.count !== count) return { speaking, onScreen, count, spoken: [] };
  const spoke = before.speaking === speaking ? null : before.speaking;
  const spoken = spoke === null ? before.spoken : withMore(before, spoke, secondsSpeaking);
  return { speaking, onScreen, count, spoken };
}

/** Whether a turn to speak begins with a move. */
export function beginsToSpeak(before: Airtime | null, now: Airtime | null): boolean {
  return before?.speaking !== now?.speaking || before?.count !== now?.count;
}

function withMore({ spoken }: CountedAirtime, id: string, seconds: number): CountedAirtime['spoken'] {
  const before = spoken.find((one) => one.id === id)?.seconds ?? 0;
  return [...spoken.filter((one) => one.id !== id), { id, seconds: before + seconds }];
}
