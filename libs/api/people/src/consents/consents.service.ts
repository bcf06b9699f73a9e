import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  newId,
  Refusal,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import type { Consent, ConsentId, FamilyId, NewConsent, Page } from '@common-ground/contract';
import {
  consentState,
  mayGiveConsent,
  mayReadConsents,
  mayRevokeConsent,
  type Actor,
} from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { FamilyRepository } from '../families/family.repository';
import { ConsentEntity } from './consent.entity';
import { ConsentRepository, type ConsentRow } from './consent.repository';
import { CONSENT_WORDING, CONSENT_WORDING_VERSION } from './wording';

@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly consents: ConsentRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<Page<Consent>> {
    return this.database.as(actor, async (tx) => {
      demand(mayReadConsents(actor, await this.families.require(tx, actor, familyId)));
      const found = await this.consents.list(tx, actor, familyId);
      return { items: found.map((row) => present(actor, row)), next: null };
    });
  }

  give(actor: Actor, familyId: FamilyId, body: NewConsent): Promise<Consent> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayGiveConsent(actor, await this.families.require(tx, actor, familyId)));
      const members = await this.people.members(tx, actor, familyId);
      const member = members.find((candidate) => candidate.id === body.memberId);
      if (member === undefined || member.relation === 'client') {
        throw Refusal.field('memberId', 'not-a-member', 'This is nobody the client can share with.');
      }
      const own = await this.people.language(tx, actor);
      const id = newId<'consent'>();
      await insertRow(tx, ConsentEntity, {
        practiceId: actor.practiceId,
        id,
        familyId,
        fromId: actor.personId,
        memberId: member.id,
        kinds: body.kinds,
        purpose: body.purpose,
        untilOn: body.untilOn ?? null,
        wording: CONSENT_WORDING[own?.language ?? 'en'],
        wordingVersion: CONSENT_WORDING_VERSION,
        signature: body.signature,
      });
      await this.audit.record(tx, actor, {
        action: 'consents.give',
        because,
        subjects: [actor.personId, member.personId],
        familyId,
        consentIds: [id],
      });
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Taking back what was taken back already changes nothing and says so with the same answer. */
  revoke(actor: Actor, id: ConsentId): Promise<Consent> {
    return this.database.as(actor, async (tx) => {
      const consent = await this.#require(tx, actor, id);
      const family = await this.families.require(tx, actor, consent.familyId);
      const because = demand(mayRevokeConsent(actor, { ...family, givenBy: consent.from.id }));
      if (await this.consents.revoke(tx, actor, id)) {
        await this.audit.record(tx, actor, {
          action: 'consents.revoke',
          because,
          subjects: [actor.personId, consent.to.id],
          familyId: consent.familyId,
          consentIds: [id],
        });
      }
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  async #require(tx: Transaction, actor: Actor, id: ConsentId): Promise<ConsentRow> {
    const consent = await this.consents.find(tx, actor, id);
    if (consent === null) throw new Refusal('not-found');
    return consent;
  }
}

function present(actor: Actor, { familyId: _familyId, today, ...row }: ConsentRow): Consent {
  const state = consentState(
    { kinds: row.kinds, untilOn: row.untilOn, revoked: row.revokedAt !== null },
    today,
  );
  return { ...row, state, may: { revoke: state === 'in-force' && row.from.id === actor.personId } };
}
