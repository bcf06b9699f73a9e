import { Injectable } from '@nestjs/common';
import { FamilyRepository, NoticesService } from '@common-ground/api/people';
import { practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Change,
  Concern,
  ConsentId,
  CoveringConsent,
  FamilyId,
  Language,
  Notice,
  PersonName,
  ShareLine,
  SharingRight,
} from '@common-ground/contract';
import {
  consentState,
  coverage,
  isShareable,
  namesPaper,
  sharingRight,
  type Actor,
  type Company,
  type PaperFacts,
} from '@common-ground/rules/access';
import { isWritable, rulesOf } from '@common-ground/rules/content';
import {
  DocumentRepository,
  type DraftRow,
  type VersionRow,
  type WrittenRow,
} from '../drafting/document.repository';
import type { VersionId } from '../drafting/document.entity';
import { ApprovalService, type ApprovalStanding } from '../drafting/approval.service';
import { CheckingService } from '../drafting/checking.service';
import { DraftingService } from '../drafting/drafting.service';
import { versionHash } from '../drafting/version-hash';
import { ShareRepository, type Accompanied, type RecipientRow } from './share.repository';

/** A document on its way to a family: what would be given, and what holds it back. */
export interface Parcel {
  readonly document: WrittenRow;
  readonly draft: DraftRow;
  readonly latest: VersionRow | null;
  /** What keeps an approval given earlier from holding for it. */
  readonly changedSinceApproval: readonly Change[];
  readonly heldBecause:
    | 'no-family'
    | Exclude<SharingRight, 'open'>
    | 'needs-approval'
    | 'needs-co-signature'
    | 'has-concerns'
    | null;
  readonly coSignerMissing: PersonName | null;
}

/** Puts together what a document has to give, by the rules that both giving it and giving its newer version ask. */
@Injectable()
export class Parcels {
  constructor(
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly checking: CheckingService,
    private readonly approval: ApprovalService,
    private readonly families: FamilyRepository,
    private readonly shares: ShareRepository,
    private readonly notices: NoticesService,
  ) {}

  async of(tx: Transaction, actor: Actor, document: WrittenRow): Promise<Parcel> {
    const draft = await this.drafting.requireDraft(tx, actor, document.id);
    const latest = await this.documents.latestVersion(tx, actor, document.id);
    const right = await this.#right(tx, document);
    const concerns = isWritable(document.state)
      ? await this.checking.concerns(tx, actor, document, draft)
      : [];
    const text = textToShare({ document, draft, latest });
    const standing = await this.approval.standing(tx, actor, document, text);
    const { changed: changedSinceApproval, coSignerMissing } = standing;
    const because = heldBecause(document, concerns, right, standing);
    return { document, draft, latest, changedSinceApproval, coSignerMissing, heldBecause: because };
  }

  /** Whether the words a document was begun from may be given to a family today. */
  async #right(tx: Transaction, { fromTemplateId }: WrittenRow): Promise<SharingRight> {
    const licence = fromTemplateId === null ? null : await this.shares.licence(tx, fromTemplateId);
    return licence === null ? 'open' : sharingRight(licence, await practiceDay(tx));
  }

  /** The version that is given; the draft becomes one where no approval is missing. */
  version(tx: Transaction, actor: Actor, { document, draft, latest }: Parcel): Promise<VersionRow> {
    return latest !== null && !isWritable(document.state)
      ? Promise.resolve(latest)
      : this.documents.ensureVersion(tx, actor, document, draft);
  }

  /** Everybody of a family to whom something that is no document could go, with what decides whether it may. */
  recipients(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<RecipientRow[]> {
    return this.shares.recipients(tx, actor, familyId, null);
  }

  /** What goes along to each: in a 42 CFR Part 2 family the notice and the consents, elsewhere nothing. */
  async accompanied<P extends RecipientRow>(
    tx: Transaction,
    actor: Actor,
    paper: PaperFacts & Pick<WrittenRow, 'family'>,
    people: readonly P[],
    today: string,
  ): Promise<(P & Accompanied)[]> {
    const familyId = paper.family?.id;
    const family = familyId === undefined ? null : await this.families.find(tx, actor, familyId);
    return family?.part2 === true
      ? this.#withNoticeOf(tx, actor, paper, people, today)
      : people.map((person) => ({ ...person, noticeWithShare: null }));
  }

  /** To each the notice in their language and a copy of each consent that covers them, as these stand now. */
  async #withNoticeOf<P extends RecipientRow>(
    tx: Transaction,
    actor: Actor,
    paper: PaperFacts,
    people: readonly P[],
    today: string,
  ): Promise<(P & Accompanied)[]> {
    const notices = new Map<Language, Notice>();
    for (const language of new Set(people.map((person) => person.language))) {
      notices.set(language, await this.notices.inForce(tx, actor, 'part-2', language));
    }
    const idsFor = (person: RecipientRow): ConsentId[] => consentsInForce(paper, person, today);
    const copies = await this.shares.copies(tx, actor, people.flatMap(idsFor));
    return people.map((person) => {
      const { text = '', version = '' } = notices.get(person.language) ?? {};
      const ids = idsFor(person);
      const consents = copies.filter(({ id }) => ids.includes(id)).map(({ id: _id, ...copy }) => copy);
      return { ...person, noticeWithShare: { text, version, consents } };
    });
  }
}

function heldBecause(
  document: WrittenRow,
  concerns: readonly Concern[],
  right: SharingRight,
  { holds, coSignerMissing }: ApprovalStanding,
): Parcel['heldBecause'] {
  if (document.family === null) return 'no-family';
  if (right !== 'open') return right;
  if (coSignerMissing !== null) return 'needs-co-signature';
  if (!holds || !isShareable(document.state, false)) return 'needs-approval';
  return concerns.some((concern) => concern.blocks) ? 'has-concerns' : null;
}

/** Refuses to give what is held back, with the reason. */
export function demandGivable({ document, heldBecause: because }: Parcel): FamilyId {
  const familyId = document.family?.id;
  if (familyId === undefined || because === 'no-family')
    throw new Refusal('wrong-state', { because: 'no-family' });
  if (because === 'has-concerns') throw new Refusal('has-concerns', { because });
  if (because === 'licence-unknown' || because === 'licence-ended')
    throw new Refusal('not-licensed', { because });
  if (because !== null) throw new Refusal('needs-approval', { because });
  return familyId;
}

/** Whether what would be given now is another text than a version given before. */
export function isNewerThan({ document, draft, latest }: Parcel, versionId: VersionId): boolean {
  if (latest === null) return false;
  if (latest.id !== versionId) return true;
  return isWritable(document.state) && versionHash(document.kind, draft.title, draft.content) !== latest.hash;
}

/** What a recipient would read: the draft while it can be written in, else the latest version. */
export function textToShare(
  parcel: Pick<Parcel, 'document' | 'draft' | 'latest'>,
): Pick<DraftRow, 'title' | 'content'> {
  return parcel.latest === null || isWritable(parcel.document.state) ? parcel.draft : parcel.latest;
}

/** Who gets something together with others, and who gets it alone. */
export function companyOf(people: readonly RecipientRow[]): Company {
  return people.length > 1 ? 'together' : 'alone';
}

export function lineFor(
  parcel: Parcel,
  person: RecipientRow,
  today: string,
  company: Company,
): Omit<ShareLine, 'repliesSeenBy'> {
  const { document, latest } = parcel;
  const cast = rulesOf(document.kind).cast(textToShare(parcel).content);
  // A script names whom it casts, so it brings this person together with them.
  const isBlocked = person.isBlocked || cast.some(({ memberId }) => person.keptFrom.includes(memberId));
  const covered = coverage(document, { ...person, isBlocked }, today, company);
  const has = latest !== null && !isWritable(document.state) && person.heldVersionIds.includes(latest.id);
  return {
    item: {
      documentId: document.id,
      title: textToShare(parcel).title,
      version: isWritable(document.state) ? null : (latest?.number ?? null),
    },
    member: {
      id: person.id,
      displayName: person.displayName,
      relation: person.relation,
      state: person.state,
    },
    isUnreached: !person.isReached,
    mailCameBack: person.mailCameBack,
    allowed: covered.allowed && !has,
    because: covered.allowed && has ? 'already-shared' : covered.because,
    consentUntilOn: covered.untilOn,
    consents: covered.because === 'consent' ? coveredBy(document, person, today).map(presentCovering) : [],
  };
}

/** Refuses the whole share when one of the chosen people may not receive it, and names them all. */
export function demandCoverage(parcel: Parcel, people: readonly RecipientRow[], today: string): void {
  const refused = people
    .map((person, index) => ({
      path: `memberIds.${index}`,
      line: lineFor(parcel, person, today, companyOf(people)),
    }))
    .filter(({ line }) => !line.allowed)
    .map(({ path, line }) => ({ path, code: line.because, message: line.because }));
  const [first] = refused;
  if (first === undefined) return;
  if (first.code === 'already-shared')
    throw new Refusal('wrong-state', { because: first.code, errors: refused });
  throw new Refusal(codeOf(first.code), { because: first.code, errors: refused });
}

function codeOf(because: string): 'kept-apart' | 'member-not-confirmed' | 'no-consent' {
  if (because === 'blocked' || because === 'held') return 'kept-apart';
  return because === 'member-not-confirmed' ? because : 'no-consent';
}

function coveredBy(paper: PaperFacts, person: RecipientRow, today: string): RecipientRow['consents'] {
  return person.consents.filter(
    (consent) => namesPaper(consent, paper) && consentState(consent, today) === 'in-force',
  );
}

function presentCovering(consent: RecipientRow['consents'][number]): CoveringConsent {
  const { documentIds: _documentIds, revoked: _revoked, ...covering } = consent;
  return covering;
}

export function consentsInForce(paper: PaperFacts, person: RecipientRow, today: string): ConsentId[] {
  return coveredBy(paper, person, today).map(({ id }) => id);
}
