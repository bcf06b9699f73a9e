import type { DocumentId } from '../ids';
import type { DocumentContent, DocumentKind } from './document';

/** Another document of the family that its author may send along to a supervisor. */
export interface AttachableDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly updatedAt: string;
  /** It went along with the round before, and was not taken off. */
  readonly wasAttached: boolean;
}

/** A document that goes along with one that is reviewed, as it stood when it was sent. */
export interface AttachedDocument {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly attachedAt: string;
  /** For those who wrote it: since when it goes along no more. Whoever judges never reads of one. */
  readonly takenOffAt: string | null;
}

/** The words of one, to be read and nothing else. */
export interface AttachedText extends AttachedDocument {
  readonly content: DocumentContent;
}
