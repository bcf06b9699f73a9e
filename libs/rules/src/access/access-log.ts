/**
 * The acts people are told about when others did them with what is theirs, and what it was. An act that is not here is
 * told to nobody: blocks, holds and all that only therapists may know of stay silent without anybody remembering to.
 */
const SUBJECTS = {
  'responses.read': 'answers',
  'homework.print': 'answers',
  'feedback.give': 'answers',
  'sessions.read-replies': 'answers',
  'sessions.read-look-backs': 'answers',
  'sessions.show': 'answers',
  'sessions.read-shown': 'answers',
  'documents.read': 'document',
  'documents.print': 'document',
  'documents.compare': 'document',
  'reviews.read': 'review',
  'reviews.decide': 'review',
  'disclosures.list': 'disclosures',
  'break-glass.open': 'emergency',
  'break-glass.read': 'emergency',
  'own-words.erase': 'erasure',
} as const;

export type TraceSubject = (typeof SUBJECTS)[keyof typeof SUBJECTS];

/** What was read or changed, in one word; null when the act is not told. */
export function subjectOfTrace(action: string): TraceSubject | null {
  return Object.hasOwn(SUBJECTS, action) ? SUBJECTS[action as keyof typeof SUBJECTS] : null;
}
