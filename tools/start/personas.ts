// The people of the demo practice, as the sign-in page offers them.
export const personas = [
  ['therapist', 'leads two families; her supervisor approves before anything is shared'],
  ['supervisor', 'reads what waits for approval'],
  ['client', 'the person the first family stands around'],
  ['mother', 'of the client, separated from the father'],
  ['father', 'of the client, separated from the mother'],
  ['brother', '15 years old, signs in with a code and a PIN'],
  ['admin', 'looks after the practice, reads no family’s words'],
  ['other-therapist', 'same practice, another family'],
  ['other-client', 'client of that other family'],
  ['outsider', 'therapist in another practice'],
] as const;

/** The same people by the ways in that everybody else will use. */
export const waysIn = [
  'The sign-in page offers them as buttons. The real ways in work too: elena@lakeside.example (or martha, priya,',
  'jonas, tessa) with the password "paper boats on the lake" and an authenticator app with the secret',
  'PAPERBOATSONTHELAKEPAPERBOATSONT; code LEO-2468 (or MAYA, ROSA, DAVID, SAM) with PIN 246810.',
  'WALTER-2468 with the same PIN is somebody who has accepted an invitation and is not confirmed yet.',
] as const;
