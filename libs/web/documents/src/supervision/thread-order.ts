import type { DocumentId, ReviewComment, SuggestionAnswer } from '@common-ground/contract';

/** A comment and everything said in answer to it. */
export interface Thread {
  readonly id: string;
  readonly first: ReviewComment;
  readonly replies: readonly ReviewComment[];
}

/** Whoever can carry an answer to the server; rejects with a problem when it does not arrive. */
export interface Replier {
  /** Of which document the threads are; null while that is not known. */
  documentId(): DocumentId | null;
  reply(thread: Thread, text: string, key: string): Promise<void>;
  /** Settles a thread, or opens it again. */
  settle(thread: Thread, isSettled: boolean): Promise<void>;
  /** Takes suggested words into the text, or leaves it as it is. Answers false when the words to change are gone. */
  answerSuggestion?(thread: Thread, answer: SuggestionAnswer): Promise<boolean>;
}

/** Comments in threads, each answer with what it answers, in the order in which they came. */
export function threadsOf(comments: readonly ReviewComment[]): readonly Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const root = (comment: ReviewComment): ReviewComment => {
    const above = comment.replyTo === null ? undefined : byId.get(comment.replyTo);
    return above === undefined ? comment : root(above);
  };
  const roots = comments.filter((comment) => root(comment) === comment);
  return roots.map((first) => ({
    id: first.id,
    first,
    replies: comments.filter((comment) => comment !== first && root(comment) === first),
  }));
}

/** Comments with one of them as it is now, or with one more. */
export function withComment(
  comments: readonly ReviewComment[],
  comment: ReviewComment,
): readonly ReviewComment[] {
  const isKnown = comments.some(({ id }) => id === comment.id);
  return isKnown ? comments.map((one) => (one.id === comment.id ? comment : one)) : [...comments, comment];
}
