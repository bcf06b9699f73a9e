/**
 * How much of the proofs is run. `npm test` tries the same few hundred families each time; `npm run proofs:long` tries
 * ten thousand others, whose seeds stand in what it complains of.
 */
const isLong = process.env['PROOFS'] === 'long';

/** Seeds of random practices of ten families each. */
export function seeds(): number[] {
  const first = isLong ? Math.trunc(Date.now() / 1000) % 1_000_000_000 : 1;
  return Array.from({ length: isLong ? 1000 : 30 }, (_, at) => first + at);
}

/** So many in `npm test`, so many in the long run. */
export function howMany(short: number, long: number): number {
  return isLong ? long : short;
}

/** Milliseconds until a proof is taken to hang. What it does is bounded by counts; how long that takes, by the machine. */
export const LONGEST_PROOF = howMany(900_000, 7_200_000);
