/** The people of the demo practice, each the shortest way to stand in their shoes. */
export const PERSONAS = [
  'therapist',
  'supervisor',
  'client',
  'mother',
  'father',
  'brother',
  'admin',
  'other-therapist',
  'other-client',
  'outsider',
] as const;

export type Persona = (typeof PERSONAS)[number];
