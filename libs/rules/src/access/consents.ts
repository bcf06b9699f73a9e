import {
  daysAfter,
  type Consent,
  type ConsentState,
  type DocumentId,
  type DocumentKind,
  type GivenAs,
  type Language,
  type PersonId,
  type Renewal,
} from '@common-ground/contract';
import { mayLeadFamily, mayReadFamily, type FamilyFacts } from './families';
import { allow, forbidden, unseen, type Actor, type Judgement } from './judgement';

/** What a release names: whole kinds, or single documents, or both. */
export interface PapersNamed {
  readonly kinds: readonly DocumentKind[];
  readonly documentIds: readonly DocumentId[];
}

/** The parts of a release that decide whether it covers a share. Days are `YYYY-MM-DD` in the practice's time zone. */
export interface ConsentFacts extends PapersNamed {
  readonly untilOn: string | null;
  readonly revoked: boolean;
}

/** A paper, as far as a consent asks about it; one that is no document has no id. */
export interface PaperFacts {
  readonly id: DocumentId | null;
  readonly kind: DocumentKind;
}

/** How many days before its last one a consent is called to mind. */
const DAYS_OF_NOTICE = 14;

export function consentState(consent: Omit<ConsentFacts, keyof PapersNamed>, today: string): ConsentState {
  if (consent.revoked) return 'revoked';
  return consent.untilOn !== null && consent.untilOn < today ? 'ended' : 'in-force';
}

export function namesPaper(consent: PapersNamed, paper: PaperFacts): boolean {
  return consent.kinds.includes(paper.kind) || consent.documentIds.some((id) => id === paper.id);
}

/** The texts that somebody who said yes today would have before them. Notices are counted by language. */
export interface TextsInForce {
  readonly wordingVersion: string;
  readonly noticeVersions: Readonly<Record<Language, string>>;
}

/**
 * Whether one consent in force should be asked for anew. It is never stretched: what was signed under another text
 * goes on for what it named, and a new one is asked for beside it.
 */
export function renewalOf(
  consent: Pick<Consent, 'untilOn' | 'wordingVersion' | 'language' | 'noticeVersion'>,
  current: TextsInForce,
  today: string,
): Renewal | null {
  const isSameText =
    consent.wordingVersion === current.wordingVersion &&
    consent.noticeVersion === current.noticeVersions[consent.language];
  if (!isSameText) return 'text-changed';
  return consent.untilOn !== null && consent.untilOn < daysAfter(today, DAYS_OF_NOTICE + 1)
    ? 'ends-soon'
    : null;
}

/** The same as `PapersNamed`, with the kind each single document is of. */
export interface PapersInWords {
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly { readonly documentId: DocumentId; readonly kind: DocumentKind }[];
}

/** Whether two releases speak of some of the same papers. A kind speaks of every document of its kind. */
export function overlaps(one: PapersInWords, other: PapersInWords): boolean {
  return (
    one.kinds.some((kind) => other.kinds.includes(kind)) ||
    one.documents.some((document) => speaksOf(other, document)) ||
    other.documents.some((document) => speaksOf(one, document))
  );
}

/** Whether a newer release speaks of all that an older one speaks of, so that it can take its place. */
export function takesThePlaceOf(newer: PapersInWords, older: PapersInWords): boolean {
  return (
    older.kinds.every((kind) => newer.kinds.includes(kind)) &&
    older.documents.every((document) => speaksOf(newer, document))
  );
}

function speaksOf(papers: PapersInWords, document: PapersInWords['documents'][number]): boolean {
  return namesPaper(
    { kinds: papers.kinds, documentIds: papers.documents.map(({ documentId }) => documentId) },
    { id: document.documentId, kind: document.kind },
  );
}

/** How the actor stands to the consents of one family. */
export interface ConsentStanding extends FamilyFacts {
  /** A guardian's right to speak for the client counts today, and the actor who holds it is a confirmed member. */
  readonly speaksForClient: boolean;
}

/** Whose voice the actor has in a family's consents today; null when they have none. */
export function voiceIn(actor: Actor, facts: ConsentStanding): GivenAs | null {
  if (facts.clientId === actor.personId && facts.myState === 'confirmed') return 'client';
  return facts.speaksForClient && facts.myState === 'confirmed' ? 'guardian' : null;
}

export function mayReadConsents(actor: Actor, facts: ConsentStanding): Judgement {
  return voiceIn(actor, facts) === 'guardian' && !facts.onCaseload
    ? allow('speaks-for-client')
    : mayReadFamily(actor, facts);
}

/** Only the client decides who receives what, and whoever speaks for them by a right that counts today. */
export function mayGiveConsent(actor: Actor, facts: ConsentStanding): Judgement {
  const voice = voiceIn(actor, facts);
  if (voice !== null) return allow(voice === 'client' ? 'is-client' : 'speaks-for-client');
  return facts.onCaseload || facts.myState === 'confirmed'
    ? forbidden('not-the-client')
    : unseen('not-in-family');
}

/**
 * The client takes back what anybody said yes to on their behalf, even while paused what they said themselves; a
 * guardian whatever was said for the client, for as long as their right counts and not a day longer.
 */
export function mayRevokeConsent(
  actor: Actor,
  facts: ConsentStanding & { readonly givenBy: PersonId; readonly givenAs: GivenAs },
): Judgement {
  if (facts.givenBy === actor.personId && facts.givenAs === 'client') return allow('gave-it');
  if (voiceIn(actor, facts) !== null) return allow('speaks-for-client');
  return mayReadFamily(actor, facts).allowed ? forbidden('gave-it-not') : unseen('not-in-family');
}

export function mayAskForConsent(actor: Actor, facts: FamilyFacts): Judgement {
  return mayLeadFamily(actor, facts);
}

/** A request exists for those who asked and those who may answer; other members never learn of it. */
export function mayReadConsentRequest(actor: Actor, facts: ConsentStanding): Judgement {
  const read = mayReadConsents(actor, facts);
  return read.allowed ? read : unseen('not-asked');
}

export function mayDecideConsentRequest(actor: Actor, facts: ConsentStanding): Judgement {
  const read = mayReadConsentRequest(actor, facts);
  return read.allowed ? mayGiveConsent(actor, facts) : read;
}

export function mayWithdrawConsentRequest(actor: Actor, facts: ConsentStanding): Judgement {
  const read = mayReadConsentRequest(actor, facts);
  return read.allowed ? mayLeadFamily(actor, facts) : read;
}
