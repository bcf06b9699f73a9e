import type { CoachSort } from '@common-ground/contract';

/** A sentence, and what the coach should find in it; nothing where it should keep quiet. */
export type LabelledSentence = readonly [text: string, ...sorts: CoachSort[]];
