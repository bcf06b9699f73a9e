import { Injectable } from '@nestjs/common';
import { FamilyRepository, NoticesService } from '@common-ground/api/people';
import { Audit, Database, demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  LIMITS,
  type Concern,
  type ConsentId,
  type CoveringConsent,
  type DocumentId,
  type FamilyId,
  type Language,
  type NewShare,
  type Notice,
  type Page,
  type PreviewShare,
  type Share,
  type ShareId,
  type ShareLine,
  type SharePreview,
  type SharingRight,
} from '@common-ground/contract';
import {
  consentState,
  coverage,
  isShareable,
  mayWorkOnDocument,
  namesPaper,
  needsApproval,
  sharingRight,
  type Actor,
  type Company,
} from '@common-ground/rules/access';
import {
  isWritable,
  openingAfter,
  openingDays,
  rulesOf,
  wrongNames,
  type OpeningFault,
} from '@common-ground/rules/content';
import {
  DocumentRepository,
  type DocumentRow,
  type DraftRow,
  type VersionRow,
} from '../drafting/document.repository';
import { CheckingService } from '../drafting/checking.service';
import { DraftingService } from '../drafting/drafting.service';
import { ShareRepository, type ReachedBy, type RecipientRow, type ShareRow } from './share.repository';

const WHY_NOT_THEN: Readonly<Record<OpeningFault, string>> = {
  'day-past': 'This day is over.',
  'too-far': 'This is more than a year away.',
  'not-together': 'It opens after another piece, or on days, not both.',
  'before-start': 'It would end before it begins.',
  'too-many-rounds': `It would come more than ${LIMITS.roundsPerShare} times.`,
  'not-for-kind': 'A plan is followed day by day as it is.',
};

/** A document on its way to a family: what would be given, and what holds it back. */
interface Parcel {
  readonly document: DocumentRow;
  readonly draft: DraftRow;
  readonly latest: VersionRow | null;
  readonly heldBecause:
    'no-family' | Exclude<SharingRight, 'open'> | 'needs-approval' | 'has-concerns' | null;
}

@Injectable()
export class SharingService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly checking: CheckingService,
    private readonly families: FamilyRepository,
    private readonly shares: ShareRepository,
    private readonly notices: NoticesService,
    private readonly audit: Audit,
  ) {}

  /** Who will see what, and why or why not, by the same rules that `share` enforces. */
  preview(actor: Actor, id: DocumentId, body: PreviewShare): Promise<SharePreview> {
    return this.database.as(actor, async (tx) => {
      const document = await this.drafting.require(tx, actor, id);
      demand(mayWorkOnDocument(actor, document));
      const parcel = await this.#parcel(tx, actor, document);
      const familyId = document.family?.id ?? null;
      if (familyId === null) {
        return {
          lines: [],
          heldBecause: parcel.heldBecause,
          wrongNames: [],
          mayFollow: [],
          may: { share: false },
        };
      }
      const chosen = body.memberIds ?? undefined;
      const recipients = await this.shares.recipients(tx, actor, familyId, id);
      const shown = recipients.filter((person) => chosen === undefined || chosen.includes(person.id));
      const repliesSeenBy = await this.families.therapists(tx, actor, familyId);
      const today = await practiceDay(tx);
      const lines = shown.map((person) => ({
        ...lineFor(parcel, person, today, companyOf(shown)),
        repliesSeenBy,
      }));
      return {
        lines,
        heldBecause: parcel.heldBecause,
        wrongNames: await this.#wrongNames(tx, actor, parcel, familyId),
        mayFollow: await this.shares.pieces(tx, actor, familyId, id),
        may: { share: parcel.heldBecause === null && lines.some((line) => line.allowed) },
      };
    });
  }

  share(actor: Actor, id: DocumentId, body: NewShare): Promise<Share> {
    return this.database.as(actor, async (tx) => {
      await this.documents.lock(tx, actor, id);
      const document = await this.drafting.require(tx, actor, id);
      const because = demand(mayWorkOnDocument(actor, document));
      const parcel = await this.#parcel(tx, actor, document);
      const familyId = document.family?.id;
      if (familyId === undefined) throw new Refusal('wrong-state', { because: 'no-family' });
      if (parcel.heldBecause === 'has-concerns')
        throw new Refusal('has-concerns', { because: 'has-concerns' });
      if (parcel.heldBecause === 'licence-unknown' || parcel.heldBecause === 'licence-ended')
        throw new Refusal('not-licensed', { because: parcel.heldBecause });
      if (parcel.heldBecause !== null) throw new Refusal('needs-approval', { because: parcel.heldBecause });

      const today = await practiceDay(tx);
      const chosen = this.#chosen(body, await this.shares.recipients(tx, actor, familyId, id));
      demandCoverage(parcel, chosen, today);
      const people = await this.#opening(tx, actor, document, body, chosen, today);

      const version =
        parcel.latest !== null && !isWritable(document.state)
          ? parcel.latest
          : await this.documents.ensureVersion(tx, actor, document, parcel.draft);
      const isPart2 = (await this.families.find(tx, actor, familyId))?.part2 === true;
      const given = isPart2
        ? await this.#withNotice(tx, actor, document, people, today)
        : people.map((person) => ({ ...person, noticeWithShare: null }));
      const shareId = await this.shares.add(tx, actor, { documentId: id, familyId, version, body }, given);
      if (document.state !== 'shared')
        await this.documents.changeState(tx, actor, id, document.state, 'shared');
      await this.audit.record(tx, actor, {
        action: 'shares.share',
        because,
        subjects: people.map((person) => person.personId),
        familyId,
        documentId: id,
        consentIds: people.flatMap((person) => consentsInForce(document, person, today)),
      });
      return this.#present(await this.#require(tx, actor, shareId));
    });
  }

  list(actor: Actor, id: DocumentId): Promise<Page<Share>> {
    return this.database.as(actor, async (tx) => {
      demand(mayWorkOnDocument(actor, await this.drafting.require(tx, actor, id)));
      const found = await this.shares.list(tx, actor, id);
      return { items: found.map((row) => this.#present(row)), next: null };
    });
  }

  /** Works on the next request of everybody it had reached. Revoking twice changes nothing. */
  revoke(actor: Actor, id: ShareId): Promise<Share> {
    return this.database.as(actor, async (tx) => {
      const share = await this.#require(tx, actor, id);
      const document = await this.drafting.require(tx, actor, share.documentId);
      const because = demand(mayWorkOnDocument(actor, document));
      if (await this.shares.revoke(tx, actor, id)) {
        await this.audit.record(tx, actor, {
          action: 'shares.revoke',
          because,
          subjects: [],
          familyId: document.family?.id ?? null,
          documentId: document.id,
        });
      }
      return this.#present(await this.#require(tx, actor, id));
    });
  }

  /** Nothing more of it opens to anybody; what had opened stays. Stopping twice changes nothing. */
  stop(actor: Actor, id: ShareId): Promise<Share> {
    return this.database.as(actor, async (tx) => {
      const share = await this.#require(tx, actor, id);
      const document = await this.drafting.require(tx, actor, share.documentId);
      const because = demand(mayWorkOnDocument(actor, document));
      if (await this.shares.stop(tx, actor, id)) {
        await this.audit.record(tx, actor, {
          action: 'shares.stop',
          because,
          subjects: [],
          familyId: document.family?.id ?? null,
          documentId: document.id,
        });
      }
      return this.#present(await this.#require(tx, actor, id));
    });
  }

  /** When it opens to each of the chosen. */
  async #opening<P extends RecipientRow>(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    body: NewShare,
    people: readonly P[],
    today: string,
  ): Promise<(P & Pick<ReachedBy, 'opens'>)[]> {
    const opening = openingDays(document.kind, body, today);
    if (opening.fault !== undefined)
      throw Refusal.field(opening.path, opening.fault, WHY_NOT_THEN[opening.fault]);
    const { after } = body;
    if (after === undefined) return people.map((person) => ({ ...person, opens: opening.days }));
    const ids = people.map((person) => person.id);
    const sentOn = await this.shares.sentOn(tx, actor, after.documentId, ids);
    return people.map((person, at) => {
      const sent = sentOn.get(person.id);
      if (sent === undefined)
        throw Refusal.field(
          `memberIds.${at}`,
          'nothing-to-follow',
          'This person has not been given the piece before.',
        );
      return { ...person, opens: [openingAfter(sent, after.days, today)] };
    });
  }

  /** To each the notice in their language and a copy of each consent that covers them, as these stand now. */
  async #withNotice(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    people: readonly Omit<ReachedBy, 'noticeWithShare'>[],
    today: string,
  ): Promise<ReachedBy[]> {
    const notices = new Map<Language, Notice>();
    for (const language of new Set(people.map((person) => person.language))) {
      notices.set(language, await this.notices.inForce(tx, actor, 'part-2', language));
    }
    const idsFor = (person: RecipientRow): ConsentId[] => consentsInForce(document, person, today);
    const copies = await this.shares.copies(tx, actor, people.flatMap(idsFor));
    return people.map((person) => {
      const { text = '', version = '' } = notices.get(person.language) ?? {};
      const ids = idsFor(person);
      const consents = copies.filter(({ id }) => ids.includes(id)).map(({ id: _id, ...copy }) => copy);
      return { ...person, noticeWithShare: { text, version, consents } };
    });
  }

  async #parcel(tx: Transaction, actor: Actor, document: DocumentRow): Promise<Parcel> {
    const draft = await this.drafting.requireDraft(tx, actor, document.id);
    const latest = await this.documents.latestVersion(tx, actor, document.id);
    const right = await this.#right(tx, document);
    const concerns = isWritable(document.state)
      ? await this.checking.concerns(tx, actor, document, draft)
      : [];
    return { document, draft, latest, heldBecause: heldBecause(document, concerns, right) };
  }

  /** Whether the words a document was begun from may be given to a family today. */
  async #right(tx: Transaction, { fromTemplateId }: DocumentRow): Promise<SharingRight> {
    const licence = fromTemplateId === null ? null : await this.shares.licence(tx, fromTemplateId);
    return licence === null ? 'open' : sharingRight(licence, await practiceDay(tx));
  }

  async #wrongNames(
    tx: Transaction,
    actor: Actor,
    parcel: Parcel,
    familyId: FamilyId,
  ): Promise<SharePreview['wrongNames']> {
    const { kind } = parcel.document;
    const { title, content } = textToShare(parcel);
    const people = await this.shares.names(tx, actor, familyId);
    const names = (own: boolean): string[] =>
      people.filter((name) => name.own === own).map((name) => name.displayName);
    return wrongNames(rulesOf(kind).texts(title, content), names(false), names(true));
  }

  #chosen(body: NewShare, recipients: readonly RecipientRow[]): RecipientRow[] {
    return body.memberIds.map((memberId, index) => {
      const person = recipients.find((candidate) => candidate.id === memberId);
      if (person === undefined) {
        throw Refusal.field(`memberIds.${index}`, 'not-a-member', 'This is nobody in the family.');
      }
      return person;
    });
  }

  async #require(tx: Transaction, actor: Actor, id: ShareId): Promise<ShareRow> {
    const share = await this.shares.find(tx, actor, id);
    if (share === null) throw new Refusal('not-found');
    return share;
  }

  #present(share: ShareRow): Share {
    const stands = share.revokedAt === null;
    const isToCome = share.nextOn !== null || share.waiting > 0;
    return { ...share, may: { revoke: stands, stop: stands && isToCome } };
  }
}

function heldBecause(
  document: DocumentRow,
  concerns: readonly Concern[],
  right: SharingRight,
): Parcel['heldBecause'] {
  if (document.family === null) return 'no-family';
  if (right !== 'open') return right;
  const needed = needsApproval(document.strengths, document.everyTherapistNeedsReview);
  if (!isShareable(document.state, needed)) return 'needs-approval';
  if (needed && !document.approvalBinds) return 'needs-approval';
  return concerns.some((concern) => concern.blocks) ? 'has-concerns' : null;
}

/** What a recipient would read: the draft while nothing has to be approved, else the latest version. */
function textToShare(parcel: Parcel): Pick<DraftRow, 'title' | 'content'> {
  return parcel.latest === null || isWritable(parcel.document.state) ? parcel.draft : parcel.latest;
}

/** Who gets something together with others, and who gets it alone. */
function companyOf(people: readonly RecipientRow[]): Company {
  return people.length > 1 ? 'together' : 'alone';
}

function lineFor(
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
    member: { id: person.id, displayName: person.displayName, relation: person.relation },
    allowed: covered.allowed && !has,
    because: covered.allowed && has ? 'already-shared' : covered.because,
    consentUntilOn: covered.untilOn,
    consents: covered.because === 'consent' ? coveredBy(document, person, today).map(presentCovering) : [],
  };
}

/** Refuses the whole share when one of the chosen people may not receive it, and names them all. */
function demandCoverage(parcel: Parcel, people: readonly RecipientRow[], today: string): void {
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

function coveredBy(document: DocumentRow, person: RecipientRow, today: string): RecipientRow['consents'] {
  return person.consents.filter(
    (consent) => namesPaper(consent, document) && consentState(consent, today) === 'in-force',
  );
}

function presentCovering(consent: RecipientRow['consents'][number]): CoveringConsent {
  const { documentIds: _documentIds, revoked: _revoked, ...covering } = consent;
  return covering;
}

function consentsInForce(document: DocumentRow, person: RecipientRow, today: string): ConsentId[] {
  return coveredBy(document, person, today).map(({ id }) => id);
}
