import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import type { MemberId, NewerVersion, Share, ShareId } from '@common-ground/contract';
import { mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import { isWritable } from '@common-ground/rules/content';
import { DocumentRepository } from '../drafting/document.repository';
import { DraftingService } from '../drafting/drafting.service';
import {
  companyOf,
  consentsInForce,
  demandGivable,
  isNewerThan,
  lineFor,
  Parcels,
  type Parcel,
} from './parcels';
import { ReplacingRepository } from './replacing.repository';
import { isOutdated, presentShare } from './share.presenter';
import { ShareRepository, type RecipientRow, type ShareRow } from './share.repository';

/** Who of a share would get the newer version, and who stays with what they have. */
interface Split {
  readonly gets: readonly RecipientRow[];
  /** Somebody who keeps theirs is held or kept apart: alone in the share they would read it again. */
  readonly isHeldBack: boolean;
  readonly preview: NewerVersion;
}

/** Who is in the family, and the day: the same for every share of a document. */
interface Scene {
  readonly everybody: readonly RecipientRow[];
  readonly today: string;
}

/** Where there is no newer version, who has begun is nobody's business. */
const NOTHING_NEWER: NewerVersion = {
  version: null,
  gets: [],
  keep: [],
  notNow: [],
  may: { replace: false },
};

/**
 * Gives the newer version of a piece to those who have not begun it, in place of what they had. Whoever has begun keeps
 * the questions they answer. Nobody loses a word: what was saved before stays answerable, and what comes after is refused
 * with the text still in its writer's hands.
 */
@Injectable()
export class ReplacingService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly parcels: Parcels,
    private readonly shares: ShareRepository,
    private readonly replacing: ReplacingRepository,
    private readonly audit: Audit,
  ) {}

  preview(actor: Actor, id: ShareId): Promise<NewerVersion> {
    return this.database.as(actor, async (tx) => {
      const share = await this.#require(tx, actor, id);
      const document = await this.drafting.require(tx, actor, share.documentId);
      demand(mayWorkOnDocument(actor, document));
      const parcel = await this.parcels.of(tx, actor, document);
      if (share.revokedAt !== null || share.isOver || !isNewerThan(parcel, share.versionId))
        return NOTHING_NEWER;
      return (await this.#split(tx, actor, parcel, share)).preview;
    });
  }

  /** Shares of one document, each with what may be done with it today; however many they are, it is asked once. */
  async presentAll(
    tx: Transaction,
    actor: Actor,
    parcel: Parcel,
    shares: readonly ShareRow[],
  ): Promise<Share[]> {
    const outdated = shares.filter((share) => isOutdated(share, parcel));
    const replaceable = await this.#replaceable(tx, actor, parcel, outdated);
    return shares.map((share) => presentShare(share, parcel, replaceable.includes(share.id)));
  }

  /** One of them, the same way. */
  async present(tx: Transaction, actor: Actor, parcel: Parcel, share: ShareRow): Promise<Share> {
    const outdated = isOutdated(share, parcel) ? [share] : [];
    const replaceable = await this.#replaceable(tx, actor, parcel, outdated);
    return presentShare(share, parcel, replaceable.length > 0);
  }

  /** Those of them whose newer version somebody could get in place of theirs today. */
  async #replaceable(
    tx: Transaction,
    actor: Actor,
    parcel: Parcel,
    shares: readonly ShareRow[],
  ): Promise<ShareId[]> {
    if (shares.length === 0) return [];
    const scene = await this.#scene(tx, actor, parcel);
    const ids = shares.map(({ id }) => id);
    const untouched = await this.replacing.untouched(tx, ids);
    return shares
      .filter((share) => split(parcel, share, scene, untouched.get(share.id) ?? []).preview.may.replace)
      .map(({ id }) => id);
  }

  replace(actor: Actor, id: ShareId): Promise<Share> {
    return this.database.as(actor, async (tx) => {
      const { documentId } = await this.#require(tx, actor, id);
      await this.documents.lock(tx, actor, documentId);
      const document = await this.drafting.require(tx, actor, documentId);
      const because = demand(mayWorkOnDocument(actor, document));
      const share = await this.#require(tx, actor, id);
      const parcel = await this.parcels.of(tx, actor, document);
      const familyId = demandGivable(parcel);
      if (share.revokedAt !== null) throw new Refusal('wrong-state', { because: 'revoked' });
      // Whoever was just told that its last day is over is asked nothing anew.
      if (share.isOver) throw new Refusal('wrong-state', { because: 'over' });
      if (!isNewerThan(parcel, share.versionId))
        throw new Refusal('wrong-state', { because: 'same-version' });

      const { gets, isHeldBack } = await this.#split(tx, actor, parcel, share);
      if (isHeldBack) throw new Refusal('wrong-state', { because: 'held' });
      const version = await this.parcels.version(tx, actor, parcel);
      const taken = await this.replacing.takeBackUntouched(
        tx,
        share,
        gets.map((person) => person.id),
      );
      const today = await practiceDay(tx);
      const people = gets.filter((person) => taken.some(({ memberId }) => memberId === person.id));
      if (people.length === 0) throw new Refusal('wrong-state', { because: 'all-begun' });
      const notices = new Map(
        (await this.parcels.accompanied(tx, actor, document, people, today)).map(
          ({ id: memberId, noticeWithShare }) => [memberId, noticeWithShare],
        ),
      );
      const instead = taken.map((one) => ({ ...one, noticeWithShare: notices.get(one.memberId) ?? null }));
      const newId = await this.replacing.addInstead(tx, actor, id, version.id, instead);
      if (document.state !== 'shared')
        await this.documents.changeState(tx, actor, documentId, document.state, 'shared');
      const subjects = people.map(({ personId }) => personId);
      const about = { because, subjects, familyId, documentId };
      await this.audit.record(tx, actor, { ...about, action: 'shares.replace' });
      // The newer version is given like any other: the accounting of what was given to whom finds it so.
      const consentIds = people.flatMap((person) => consentsInForce(document, person, today));
      await this.audit.record(tx, actor, { ...about, action: 'shares.share', consentIds });
      const after = await this.drafting.require(tx, actor, documentId);
      const given = await this.#require(tx, actor, newId);
      return this.present(tx, actor, await this.parcels.of(tx, actor, after), given);
    });
  }

  async #split(tx: Transaction, actor: Actor, parcel: Parcel, share: ShareRow): Promise<Split> {
    const untouched = await this.replacing.untouched(tx, [share.id]);
    return split(parcel, share, await this.#scene(tx, actor, parcel), untouched.get(share.id) ?? []);
  }

  async #scene(tx: Transaction, actor: Actor, { document: { id, family } }: Parcel): Promise<Scene> {
    const everybody = family === null ? [] : await this.shares.recipients(tx, actor, family.id, id);
    return { everybody, today: await practiceDay(tx) };
  }

  async #require(tx: Transaction, actor: Actor, id: ShareId): Promise<ShareRow> {
    const share = await this.shares.find(tx, actor, id);
    if (share === null) throw new Refusal('not-found');
    return share;
  }
}

function split(
  parcel: Parcel,
  share: ShareRow,
  { everybody, today }: Scene,
  untouched: readonly MemberId[],
): Split {
  const { document, latest } = parcel;
  const fresh = everybody.filter((person) => untouched.includes(person.id));
  const lines = fresh.map((person) => lineFor(parcel, person, today, companyOf(fresh)));
  const isGiven = (id: MemberId): boolean => lines.some(({ member, allowed }) => allowed && member.id === id);
  const gets = fresh.filter((person) => isGiven(person.id));
  const isHeldBack = everybody
    .filter(({ id }) => share.people.some(({ memberId }) => memberId === id) && !untouched.includes(id))
    .map((person) => lineFor(parcel, person, today, companyOf([person, ...fresh])).because)
    .some((because) => because === 'held' || because === 'blocked');
  const isFresh = (id: MemberId): boolean => fresh.some((person) => person.id === id);
  return {
    gets,
    isHeldBack,
    preview: {
      version: isWritable(document.state) ? null : (latest?.number ?? null),
      gets: share.people.filter(({ memberId }) => isGiven(memberId)),
      keep: share.people.filter(({ memberId }) => !isFresh(memberId)),
      notNow: lines
        .filter(({ allowed }) => !allowed)
        .map(({ member: { id: memberId, displayName, relation }, because }) => ({
          ...{ memberId, displayName, relation, because },
        })),
      may: { replace: isOutdated(share, parcel) && !isHeldBack && gets.length > 0 },
    },
  };
}
