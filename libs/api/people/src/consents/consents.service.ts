import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, newId, Refusal, type Transaction } from '@common-ground/api/platform';
import type { Consent, ConsentId, FamilyId, MemberId, NewConsent, Page } from '@common-ground/contract';
import {
  mayGiveConsent,
  mayReadConsents,
  mayRevokeConsent,
  voiceIn,
  type Actor,
  type ConsentStanding,
  type TextsInForce,
} from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { FamilyRepository, type FamilyRow } from '../families/family.repository';
import { NoticesService } from '../notices/notices.service';
import { presentConsent } from './consent-presenter';
import { ConsentRepository, type ConsentRow, type RecipientOfConsent } from './consent.repository';
import { CONSENT_WORDING_VERSION, consentWording } from './wording';

@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly consents: ConsentRepository,
    private readonly notices: NoticesService,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<Page<Consent>> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, familyId);
      demand(mayReadConsents(actor, family));
      const found = await this.consents.list(tx, actor, familyId);
      const current = await this.current(tx, actor);
      return { items: found.map((row) => presentConsent(actor, family, row, current)), next: null };
    });
  }

  give(actor: Actor, familyId: FamilyId, body: NewConsent): Promise<Consent> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, familyId);
      const because = demand(mayGiveConsent(actor, family));
      const as = voiceIn(actor, family) ?? 'client';
      const to = await this.recipient(tx, familyId, body.memberId);
      const own = await this.people.language(tx, actor);
      const language = own?.language ?? 'en';
      const { practice } = await this.consents.frame(tx, actor);
      const { version: noticeVersion } = await this.notices.inForce(tx, actor, 'privacy', language);
      const untilOn = body.untilOn ?? null;
      const { kinds, purpose, signature } = body;
      const wording = consentWording(language, {
        ...{ signer: signature, as, client: family.client.displayName, practice },
        ...{ to, kinds, documents: [], purpose, untilOn },
      });
      const id = newId<'consent'>();
      await this.consents.add(tx, {
        ...{ practiceId: actor.practiceId, id, familyId, fromId: actor.personId, givenAs: as },
        ...{ memberId: to.memberId, kinds, purpose, untilOn, wording, signature },
        ...{ language, noticeVersion, wordingVersion: CONSENT_WORDING_VERSION },
      });
      await this.audit.record(tx, actor, {
        action: 'consents.give',
        because,
        subjects: [...new Set([actor.personId, family.client.id, to.id])],
        familyId,
        consentIds: [id],
      });
      return this.#after(tx, actor, familyId, id);
    });
  }

  /** Taking back what was taken back already changes nothing and says so with the same answer. */
  revoke(actor: Actor, id: ConsentId): Promise<Consent> {
    return this.database.as(actor, async (tx) => {
      const consent = await this.#require(tx, actor, id);
      const family = await this.require(tx, actor, consent.familyId);
      const facts = { ...family, givenBy: consent.from.id, givenAs: consent.givenAs };
      const because = demand(mayRevokeConsent(actor, facts));
      if (await this.consents.revoke(tx, actor, id)) {
        await this.audit.record(tx, actor, {
          action: 'consents.revoke',
          because,
          subjects: [...new Set([actor.personId, family.client.id, consent.to.id])],
          familyId: consent.familyId,
          consentIds: [id],
        });
      }
      const row = await this.#require(tx, actor, id);
      return presentConsent(actor, family, row, await this.current(tx, actor));
    });
  }

  /** In these families, whatever the actor may read of consents: as the client, or speaking for one. */
  async mine(tx: Transaction, actor: Actor, familyIds: readonly FamilyId[]): Promise<Consent[]> {
    const current = await this.current(tx, actor);
    const found: Consent[] = [];
    for (const id of familyIds) {
      const family = await this.require(tx, actor, id);
      if (voiceIn(actor, family) === null) continue;
      const rows = await this.consents.list(tx, actor, id);
      found.push(...rows.map((row) => presentConsent(actor, family, row, current)));
    }
    return found;
  }

  /** The family with the actor's standing in its consents, or a refusal that says it does not exist. */
  async require(tx: Transaction, actor: Actor, id: FamilyId): Promise<FamilyRow & ConsentStanding> {
    const family = await this.families.require(tx, actor, id);
    return { ...family, ...(await this.consents.standing(tx, id)) };
  }

  /** Somebody of the family whom a consent can be about: anybody but the client. */
  async recipient(tx: Transaction, familyId: FamilyId, memberId: MemberId): Promise<RecipientOfConsent> {
    const found = await this.consents.recipient(tx, familyId, memberId);
    if (found === null || found.relation === 'client' || found.state === 'removed') {
      throw Refusal.field('memberId', 'not-a-member', 'This is nobody the client can share with.');
    }
    return found;
  }

  /** The texts somebody would sign under today. */
  async current(tx: Transaction, actor: Actor): Promise<TextsInForce> {
    const { en, es } = await this.notices.inEveryLanguage(tx, actor, 'privacy');
    return { wordingVersion: CONSENT_WORDING_VERSION, noticeVersions: { en: en.version, es: es.version } };
  }

  /** A right to speak for somebody is asked about again after the change: what it no longer covers is undone. */
  async #after(tx: Transaction, actor: Actor, familyId: FamilyId, id: ConsentId): Promise<Consent> {
    const family = await this.require(tx, actor, familyId);
    demand(mayGiveConsent(actor, family));
    return presentConsent(actor, family, await this.#require(tx, actor, id), await this.current(tx, actor));
  }

  async #require(tx: Transaction, actor: Actor, id: ConsentId): Promise<ConsentRow> {
    const consent = await this.consents.find(tx, actor, id);
    if (consent === null) throw new Refusal('not-found');
    return consent;
  }
}
