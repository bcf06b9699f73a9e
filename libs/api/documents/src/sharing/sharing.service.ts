import { Injectable } from '@nestjs/common';
import { FamilyRepository, WrongNames } from '@common-ground/api/people';
import { Audit, Database, demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  LIMITS,
  type DocumentId,
  type FamilyId,
  type NewShare,
  type Page,
  type PreviewShare,
  type Share,
  type ShareChange,
  type ShareId,
  type SharePreview,
} from '@common-ground/contract';
import { mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import {
  endsEarly,
  openingAfter,
  openingDays,
  untilFault,
  rulesOf,
  type OpeningFault,
} from '@common-ground/rules/content';
import { DocumentRepository, type WrittenRow } from '../drafting/document.repository';
import { DraftingService } from '../drafting/drafting.service';
import {
  companyOf,
  consentsInForce,
  demandCoverage,
  demandGivable,
  lineFor,
  Parcels,
  textToShare,
  type Parcel,
} from './parcels';
import { ReplacingService } from './replacing.service';
import { ShareRepository, type ReachedBy, type RecipientRow, type ShareRow } from './share.repository';

const WHY_NOT_THEN: Readonly<Record<OpeningFault, string>> = {
  'day-past': 'This day is over.',
  'too-far': 'This is more than a year away.',
  'not-together': 'It opens after another piece, or on days, not both.',
  'before-start': 'It would end before it begins.',
  'too-many-rounds': `It would come more than ${LIMITS.roundsPerShare} times.`,
  'not-for-kind': 'A plan is followed day by day as it is.',
  'ends-before-last': 'It would be over before it has opened for the last time.',
};

@Injectable()
export class SharingService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly parcels: Parcels,
    private readonly families: FamilyRepository,
    private readonly shares: ShareRepository,
    private readonly wrongNames: WrongNames,
    private readonly replacing: ReplacingService,
    private readonly audit: Audit,
  ) {}

  /** Who will see what, and why or why not, by the same rules that `share` enforces. */
  preview(actor: Actor, id: DocumentId, body: PreviewShare): Promise<SharePreview> {
    return this.database.as(actor, async (tx) => {
      const document = await this.drafting.require(tx, actor, id);
      demand(mayWorkOnDocument(actor, document));
      const parcel = await this.parcels.of(tx, actor, document);
      const familyId = document.family?.id ?? null;
      if (familyId === null) {
        return {
          lines: [],
          heldBecause: parcel.heldBecause,
          coSignerMissing: parcel.coSignerMissing,
          changedSinceApproval: [],
          wrongNames: [],
          wrongNamesInNote: [],
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
        coSignerMissing: parcel.coSignerMissing,
        changedSinceApproval: parcel.changedSinceApproval,
        ...(await this.#wrongNames(tx, actor, parcel, familyId, body.note ?? '')),
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
      const parcel = await this.parcels.of(tx, actor, document);
      const familyId = demandGivable(parcel);
      const today = await practiceDay(tx);
      const chosen = this.#chosen(body, await this.shares.recipients(tx, actor, familyId, id));
      demandCoverage(parcel, chosen, today);
      const texts = [{ blockId: null, text: body.note ?? '' }];
      if (body.namesMeant !== true) await this.wrongNames.demandNone(tx, actor, familyId, texts, 'note');
      const people = await this.#opening(tx, actor, document, body, chosen, today);

      const version = await this.parcels.version(tx, actor, parcel);
      const given = await this.parcels.accompanied(tx, actor, document, people, today);
      const shareId = await this.shares.add(tx, actor, { documentId: id, familyId, version, body }, given);
      if (document.state !== 'shared')
        await this.documents.changeState(tx, actor, id, document.state, 'shared');
      await this.audit.record(tx, actor, {
        action: 'shares.share',
        because,
        subjects: people.map((person) => person.personId),
        familyId,
        documentId: id,
        ...(body.namesMeant === true && { fields: ['namesMeant'] }),
        consentIds: people.flatMap((person) => consentsInForce(document, person, today)),
      });
      return this.#read(tx, actor, document.id, shareId);
    });
  }

  list(actor: Actor, id: DocumentId): Promise<Page<Share>> {
    return this.database.as(actor, async (tx) => {
      const document = await this.drafting.require(tx, actor, id);
      demand(mayWorkOnDocument(actor, document));
      const parcel = await this.parcels.of(tx, actor, document);
      const found = await this.shares.list(tx, actor, id);
      return { items: await this.replacing.presentAll(tx, actor, parcel, found), next: null };
    });
  }

  /** The day hoped for and the words along with it, for everybody it has reached or will reach. */
  change(actor: Actor, id: ShareId, revision: number, body: ShareChange): Promise<Share> {
    return this.database.as(actor, async (tx) => {
      // Whoever gives it anew at this moment comes before this or after it.
      await this.documents.lock(tx, actor, (await this.#require(tx, actor, id)).documentId);
      const share = await this.#require(tx, actor, id);
      const document = await this.drafting.require(tx, actor, share.documentId);
      const because = demand(mayWorkOnDocument(actor, document));
      await this.#demandUntil(tx, actor, share, body);
      const [familyId, texts] = [document.family?.id ?? null, [{ blockId: null, text: body.note ?? '' }]];
      // Words that stand there already were looked through, or meant, before.
      if (body.note !== share.note && body.namesMeant !== true)
        await this.wrongNames.demandNone(tx, actor, familyId, texts, 'note');
      const isChanged = await this.shares.change(tx, actor, id, revision, body);
      const current = await this.#read(tx, actor, document.id, id);
      if (!current.may.change) throw new Refusal('wrong-state', { because: 'revoked' });
      if (!isChanged) throw new Refusal('revision-stale', { current });
      await this.audit.record(tx, actor, {
        action: 'shares.change',
        because,
        subjects: [],
        familyId,
        documentId: document.id,
        fields: [
          ...['dueOn', 'note'],
          ...(body.openUntilOn === undefined ? [] : ['openUntilOn']),
          ...(body.namesMeant === true ? ['namesMeant'] : []),
        ],
      });
      return current;
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
      return this.#read(tx, actor, document.id, id);
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
      return this.#read(tx, actor, document.id, id);
    });
  }

  /**
   * A new last day has to come, and not before the last day it opens on; the one that stands there may stay. What is over
   * opens again to nobody who was given the same words anew meanwhile.
   */
  async #demandUntil(
    tx: Transaction,
    actor: Actor,
    share: ShareRow,
    { openUntilOn }: ShareChange,
  ): Promise<void> {
    if (openUntilOn === undefined || openUntilOn === share.openUntilOn) return;
    if (openUntilOn !== null) {
      const opens = share.lastOn === null ? [] : [share.lastOn];
      const fault = untilFault(openUntilOn, await practiceDay(tx)) ?? endsEarly(opens, openUntilOn);
      if (fault !== null) throw Refusal.field('openUntilOn', fault, WHY_NOT_THEN[fault]);
    }
    if (share.isOver && (await this.shares.isHeldAgain(tx, actor, share.id)))
      throw Refusal.field('openUntilOn', 'same-version', 'Somebody was given it anew since it was over.');
  }

  /** When it opens to each of the chosen. */
  async #opening<P extends RecipientRow>(
    tx: Transaction,
    actor: Actor,
    document: WrittenRow,
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
      const opens = [openingAfter(sent, after.days, today)];
      // Whoever has sent the piece before has a day that nobody could foresee without them.
      const fault = body.openUntilOn === undefined ? null : endsEarly(opens, body.openUntilOn);
      if (fault !== null) throw Refusal.field('openUntilOn', fault, WHY_NOT_THEN[fault]);
      return { ...person, opens };
    });
  }

  async #wrongNames(
    tx: Transaction,
    actor: Actor,
    parcel: Parcel,
    familyId: FamilyId,
    note: string,
  ): Promise<Pick<SharePreview, 'wrongNames' | 'wrongNamesInNote'>> {
    const { kind } = parcel.document;
    const { title, content } = textToShare(parcel);
    const wrongNamesIn = await this.wrongNames.of(tx, actor, familyId);
    return {
      wrongNames: wrongNamesIn(rulesOf(kind).texts(title, content)),
      wrongNamesInNote: wrongNamesIn([{ blockId: null, text: note }]).map(({ name }) => name),
    };
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

  async #read(tx: Transaction, actor: Actor, documentId: DocumentId, id: ShareId): Promise<Share> {
    // As it is after what was just done to it.
    const document = await this.drafting.require(tx, actor, documentId);
    const parcel = await this.parcels.of(tx, actor, document);
    return this.replacing.present(tx, actor, parcel, await this.#require(tx, actor, id));
  }
}
