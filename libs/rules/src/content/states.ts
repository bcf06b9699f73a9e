import type { DocumentState } from '@common-ground/contract';

/** Every move a document can make. Reopening always leads back to `draft`; versions already made stay as they are. */
export const DOCUMENT_MOVES = {
  draft: ['submitted', 'shared'],
  submitted: ['returned', 'approved', 'draft'],
  returned: ['submitted', 'shared', 'draft'],
  approved: ['shared', 'draft'],
  shared: ['shared', 'draft'],
} as const satisfies Readonly<Record<DocumentState, readonly DocumentState[]>>;

export function canMove(from: DocumentState, to: DocumentState): boolean {
  const open: readonly DocumentState[] = DOCUMENT_MOVES[from];
  return open.includes(to);
}

/** The draft can be written in only while nobody is judging it and nothing newer than it is in use. */
export function isWritable(state: DocumentState): boolean {
  return state === 'draft' || state === 'returned';
}

export function canReopen(state: DocumentState): boolean {
  return state === 'submitted' || state === 'approved' || state === 'shared';
}

/** The number of the version that would be given: a draft becomes the next one, unless nothing in it has changed. */
export function versionToShare(
  state: DocumentState,
  draftHash: string,
  latest: { readonly number: number; readonly hash: string } | null,
): number {
  if (latest === null) return 1;
  return isWritable(state) && draftHash !== latest.hash ? latest.number + 1 : latest.number;
}
