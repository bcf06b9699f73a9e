import type { DocumentState, DocumentView, SupervisionStrength } from '@common-ground/contract';
import { canReopen, isWritable } from '../content/states';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** How the actor stands to one document, as loaded for this one question. */
export interface DocumentFacts {
  /** The actor began it and is a therapist today. */
  readonly isAuthor: boolean;
  readonly hasFamily: boolean;
  /** The document's family is on the actor's caseload. */
  readonly onCaseload: boolean;
  /** It was submitted to the actor, who supervises its author today, or to whom the actor stands in for today. */
  readonly wasSubmittedToMe: boolean;
  /** A share of it reaches the actor today: not revoked, actor confirmed, consent in force. */
  readonly isSharedWithMe: boolean;
  readonly state: DocumentState;
}

/** Which of a document's texts the actor may read, strongest first; null when it does not exist for them. */
export function documentView(_actor: Actor, facts: DocumentFacts): DocumentView | null {
  if (facts.hasFamily ? facts.onCaseload : facts.isAuthor) return 'author';
  if (facts.wasSubmittedToMe) return 'reviewer';
  return facts.isSharedWithMe ? 'recipient' : null;
}

export function mayReadDocument(actor: Actor, facts: DocumentFacts): Judgement {
  const view = documentView(actor, facts);
  return view === null ? unseen('no-path-to-document') : allow(`reads-as-${view}`);
}

export function mayWriteDocuments(actor: Actor): Judgement {
  return holds(actor, 'therapist') ? allow('is-therapist') : forbidden('not-a-therapist');
}

/** Editing, submitting, reopening, sharing, listing versions: those who lead the family, or the author of a loose one. */
export function mayWorkOnDocument(actor: Actor, facts: DocumentFacts): Judgement {
  const view = documentView(actor, facts);
  if (view === null) return unseen('no-path-to-document');
  return view === 'author' && holds(actor, 'therapist')
    ? allow('leads-document')
    : forbidden('only-reads-document');
}

/** A note under a signed version: those who lead the document, and whoever it was submitted to. */
export function mayAddToVersion(actor: Actor, facts: DocumentFacts): Judgement {
  const view = documentView(actor, facts);
  if (view === 'reviewer' && holds(actor, 'supervisor')) return allow('supervises-author');
  return mayWorkOnDocument(actor, facts);
}

/** What a document answers about itself: the access rule and the state together. */
export function documentMay(
  actor: Actor,
  facts: DocumentFacts,
  supervision: readonly SupervisionStrength[],
  everyTherapistNeedsReview: boolean,
  approvalHolds: boolean,
): Record<'edit' | 'submit' | 'reopen' | 'share' | 'print', boolean> {
  const works = mayWorkOnDocument(actor, facts).allowed;
  const missing = needsApproval(supervision, everyTherapistNeedsReview) && !approvalHolds;
  return {
    edit: works && isWritable(facts.state),
    submit: works && isWritable(facts.state) && supervision.length > 0,
    reopen: works && canReopen(facts.state),
    share: works && facts.hasFamily && isShareable(facts.state, missing),
    print: mayReadDocument(actor, facts).allowed,
  };
}

/**
 * Whether somebody has to approve a document before its family gets it: because a supervision in force says so, or
 * because the practice wants it of everybody, also of those whom nobody supervises yet.
 */
export function needsApproval(
  supervision: readonly SupervisionStrength[],
  everyTherapistNeedsReview: boolean,
): boolean {
  return everyTherapistNeedsReview || supervision.some((strength) => strength !== 'may-read');
}

/**
 * The signature that is still missing under an approval: where the pair under which it was given names somebody who
 * signs as well, theirs. Nobody stands in for them, and a signature under another version is none.
 */
export function missingSignature<P>({ coSigner, isCoSigned }: Signing<P>): P | null {
  return isCoSigned ? null : coSigner;
}

/** How an approval was signed. */
export interface Signing<P> {
  /** Whom the pair named for this kind of document when it was given; null where one signature is enough. */
  readonly coSigner: P | null;
  /** That person has signed the version that was approved. */
  readonly isCoSigned: boolean;
}

/**
 * Whether a document in this state can be shared. A draft can where no approval is missing: none is needed, or the one
 * that was given holds for it. Whether it does is for the caller to find out, and for whatever state the document is
 * in. A document under review is never shared.
 */
export function isShareable(state: DocumentState, approvalMissing: boolean): boolean {
  if (state === 'approved' || state === 'shared') return true;
  return isWritable(state) && !approvalMissing;
}
