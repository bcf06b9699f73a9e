import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, newId, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Consent,
  ConsentDecision,
  ConsentId,
  ConsentQuestion,
  ConsentRequest,
  ConsentRequestId,
  DocumentId,
  FamilyId,
  NamedDocument,
  NewConsentRequest,
  Page,
} from '@common-ground/contract';
import {
  mayAskForConsent,
  mayDecideConsentRequest,
  mayReadConsentRequest,
  mayReadConsents,
  mayWithdrawConsentRequest,
  overlaps,
  takesThePlaceOf,
  voiceIn,
  type Actor,
  type ConsentStanding,
} from '@common-ground/rules/access';
import { FamilyRepository, type FamilyRow } from '../families/family.repository';
import { WrongNames } from '../families/wrong-names';
import { NoticesService } from '../notices/notices.service';
import { presentConsent, presentRequest, requestState } from './consent-presenter';
import { ConsentRepository } from './consent.repository';
import { ConsentRequestRepository, type ConsentRequestRow } from './consent-request.repository';
import { ConsentsService } from './consents.service';
import { CONSENT_WORDING_VERSION, wordingOver, type Release } from './wording';

type Standing = FamilyRow & ConsentStanding;

/** Asking for a consent, and the one page on which it is decided. Until somebody says yes nothing is shared. */
@Injectable()
export class ConsentRequestsService {
  constructor(
    private readonly database: Database,
    private readonly releases: ConsentsService,
    private readonly people: FamilyRepository,
    private readonly consents: ConsentRepository,
    private readonly requests: ConsentRequestRepository,
    private readonly notices: NoticesService,
    private readonly wrongNames: WrongNames,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<Page<ConsentRequest>> {
    return this.database.as(actor, async (tx) => {
      const family = await this.releases.require(tx, actor, familyId);
      demand(mayReadConsents(actor, family));
      const found = await this.requests.list(tx, actor, familyId);
      return { items: found.map((row) => presentRequest(actor, family, row)), next: null };
    });
  }

  /** What waits for the actor's own yes or no, in all their families. */
  mine(actor: Actor): Promise<Page<ConsentRequest>> {
    return this.database.as(actor, async (tx) => ({ items: await this.waiting(tx, actor), next: null }));
  }

  async waiting(tx: Transaction, actor: Actor): Promise<ConsentRequest[]> {
    const items: ConsentRequest[] = [];
    for (const row of await this.requests.waiting(tx, actor)) {
      const family = await this.releases.require(tx, actor, row.familyId);
      if (mayDecideConsentRequest(actor, family).allowed) items.push(presentRequest(actor, family, row));
    }
    return items;
  }

  /** What was answered lately to what the actor asked, newest first. */
  async answered(tx: Transaction, actor: Actor): Promise<ConsentRequest[]> {
    const items: ConsentRequest[] = [];
    for (const row of await this.requests.answered(tx, actor)) {
      const family = await this.releases.require(tx, actor, row.familyId);
      if (mayReadConsentRequest(actor, family).allowed) items.push(presentRequest(actor, family, row));
    }
    return items;
  }

  ask(actor: Actor, familyId: FamilyId, body: NewConsentRequest): Promise<ConsentRequest> {
    return this.database.as(actor, async (tx) => {
      const family = await this.releases.require(tx, actor, familyId);
      const because = demand(mayAskForConsent(actor, family));
      const to = await this.releases.recipient(tx, familyId, body.memberId);
      const documents = await this.#documents(tx, actor, familyId, body.documentIds ?? []);
      const { today } = await this.consents.frame(tx, actor);
      const untilOn = body.untilOn ?? null;
      if (untilOn !== null && untilOn < today) {
        throw Refusal.field('untilOn', 'day-is-past', 'The last day is over already.');
      }
      const { purpose, namesMeant } = body;
      const texts = [{ blockId: null, text: purpose }];
      if (namesMeant !== true) await this.wrongNames.demandNone(tx, actor, familyId, texts, 'purpose');
      const id = newId<'consent-request'>();
      await this.requests.add(tx, {
        ...{ practiceId: actor.practiceId, id, familyId, memberId: to.memberId, kinds: body.kinds ?? [] },
        ...{ documentIds: documents.map(({ documentId }) => documentId), documents },
        ...{ purpose, untilOn, askedBy: actor.personId },
      });
      await this.audit.record(tx, actor, {
        action: 'consent-requests.ask',
        because,
        subjects: [family.client.id, to.id],
        familyId,
        ...(namesMeant === true && { fields: ['namesMeant'] }),
      });
      return presentRequest(actor, family, await this.#require(tx, actor, id));
    });
  }

  read(actor: Actor, id: ConsentRequestId): Promise<ConsentQuestion> {
    return this.database.as(actor, async (tx) => {
      const request = await this.#require(tx, actor, id);
      const family = await this.releases.require(tx, actor, request.familyId);
      demand(mayReadConsentRequest(actor, family));
      return this.#question(tx, actor, family, request);
    });
  }

  /** Yes or not now, once. Saying the same again changes nothing and is answered the same. */
  decide(actor: Actor, id: ConsentRequestId, body: ConsentDecision): Promise<ConsentRequest> {
    return this.database.as(actor, async (tx) => {
      const request = await this.#require(tx, actor, id);
      const family = await this.releases.require(tx, actor, request.familyId);
      const because = demand(mayDecideConsentRequest(actor, family));
      const state = requestState(request);
      if (state === body.answer && request.decidedBy?.id === actor.personId) {
        return presentRequest(actor, family, request);
      }
      if (state !== 'waiting') throw new Refusal('wrong-state', { because: state });
      const consentId = body.answer === 'yes' ? await this.#give(tx, actor, family, request, body) : null;
      if (!(await this.requests.decide(tx, actor, id, body.answer, consentId))) {
        throw new Refusal('wrong-state', { because: 'decided-meanwhile' });
      }
      // A guardian's right may have ended while this was under way: then all of it is undone.
      const after = await this.releases.require(tx, actor, request.familyId);
      demand(mayDecideConsentRequest(actor, after));
      await this.audit.record(tx, actor, {
        action: 'consent-requests.decide',
        because,
        subjects: [...new Set([actor.personId, family.client.id, request.to.id])],
        familyId: request.familyId,
        consentIds: consentId === null ? [] : [consentId],
      });
      return presentRequest(actor, after, await this.#require(tx, actor, id));
    });
  }

  /** Withdrawing what was withdrawn already changes nothing and says so with the same answer. */
  withdraw(actor: Actor, id: ConsentRequestId): Promise<ConsentRequest> {
    return this.database.as(actor, async (tx) => {
      const request = await this.#require(tx, actor, id);
      const family = await this.releases.require(tx, actor, request.familyId);
      const because = demand(mayWithdrawConsentRequest(actor, family));
      if (request.answer !== null) throw new Refusal('wrong-state', { because: request.answer });
      if (await this.requests.withdraw(tx, actor, id)) {
        await this.audit.record(tx, actor, {
          action: 'consent-requests.withdraw',
          because,
          subjects: [family.client.id, request.to.id],
          familyId: request.familyId,
        });
      }
      return presentRequest(actor, family, await this.#require(tx, actor, id));
    });
  }

  /** Signs exactly the words that were read, and lets the new release take the place of what it wholly covers. */
  async #give(
    tx: Transaction,
    actor: Actor,
    family: Standing,
    request: ConsentRequestRow,
    body: ConsentDecision,
  ): Promise<ConsentId> {
    const { signature, language, wordingHash } = body;
    if (signature === undefined || language === undefined || wordingHash === undefined) {
      throw new Error('A yes without a name under it does not come past the request class.');
    }
    const question = await this.#question(tx, actor, family, request);
    const wording = question.wording[language];
    if (wording.hash !== wordingHash) throw new Refusal('hash-stale');
    const id = newId<'consent'>();
    await this.consents.add(tx, {
      ...{ practiceId: actor.practiceId, id, familyId: family.id, fromId: actor.personId },
      ...{ givenAs: voiceIn(actor, family) ?? 'client', memberId: request.to.memberId },
      ...{ kinds: [...request.kinds], documents: [...request.documents], requestId: request.id },
      documentIds: request.documents.map(({ documentId }) => documentId),
      ...{ purpose: request.purpose, untilOn: request.untilOn, wording: wording.text, signature, language },
      ...{ wordingVersion: CONSENT_WORDING_VERSION, noticeVersion: wording.notice.version },
    });
    const older = question.before.filter(({ isReplaced }) => isReplaced).map((consent) => consent.id);
    await this.consents.replace(tx, actor, older, id);
    return id;
  }

  async #question(
    tx: Transaction,
    actor: Actor,
    family: Standing,
    request: ConsentRequestRow,
  ): Promise<ConsentQuestion> {
    const as = voiceIn(actor, family);
    const { practice } = await this.consents.frame(tx, actor);
    const current = await this.releases.current(tx, actor);
    const own = await this.people.ownName(tx, actor);
    const given = await this.consents.list(tx, actor, request.familyId);
    const before = given
      .filter((row) => row.to.memberId === request.to.memberId && overlaps(row, request))
      .map((row): Consent => presentConsent(actor, family, row, current))
      .filter((consent) => consent.state === 'in-force');
    const notices = await this.notices.inEveryLanguage(tx, actor, 'privacy');
    const release: Release = {
      ...{ signer: as === null ? family.client.displayName : own, as: as ?? 'client' },
      ...{ client: family.client.displayName, practice, to: request.to, kinds: request.kinds },
      ...{ documents: request.documents, purpose: request.purpose, untilOn: request.untilOn },
    };
    return {
      ...presentRequest(actor, family, request),
      as,
      wording: { en: wordingOver(notices.en, release), es: wordingOver(notices.es, release) },
      before: before.map((consent) => ({ ...consent, isReplaced: takesThePlaceOf(request, consent) })),
    };
  }

  async #documents(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    ids: readonly DocumentId[],
  ): Promise<NamedDocument[]> {
    if (ids.length === 0) return [];
    const found = await this.requests.documents(tx, actor, familyId, ids);
    const missing = ids.findIndex((id) => !found.some(({ documentId }) => documentId === id.toLowerCase()));
    if (missing >= 0) {
      throw Refusal.field(
        `documentIds.${missing}`,
        'not-of-this-family',
        'This is no document of the family.',
      );
    }
    return found;
  }

  async #require(tx: Transaction, actor: Actor, id: ConsentRequestId): Promise<ConsentRequestRow> {
    const request = await this.requests.find(tx, actor, id);
    if (request === null) throw new Refusal('not-found');
    return request;
  }
}
