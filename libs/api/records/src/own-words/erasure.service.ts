import { Injectable } from '@nestjs/common';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { Erasure, ErasureId, FamilyId, NewErasure, Page, RefuseErasure } from '@common-ground/contract';
import { mayDecideErasure, mayListErasures, type Actor } from '@common-ground/rules/access';
import { ErasureRepository, type ErasureRow } from './erasure.repository';

/** From asking that one's words be erased to their being gone, or to the reason why they stay. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly erasures: ErasureRepository,
    private readonly audit: Audit,
  ) {}

  own(actor: Actor): Promise<Page<Erasure>> {
    return this.database.as(actor, async (tx) => this.#own(tx, actor));
  }

  /** For one family or for all of them. What waits already goes on waiting. */
  ask(actor: Actor, body: NewErasure): Promise<Page<Erasure>> {
    return this.database.as(actor, async (tx) => {
      const written = await this.erasures.familiesWrittenFor(tx, actor);
      const wanted = body.familyId === undefined ? written : written.filter((id) => id === body.familyId);
      if (wanted.length === 0) throw new Refusal('wrong-state', { because: 'nothing-to-erase' });
      for (const familyId of wanted) {
        if (!(await this.erasures.ask(tx, actor, familyId))) continue;
        await this.audit.record(tx, actor, {
          action: 'own-words.ask-erasure',
          because: 'own-words',
          subjects: [actor.personId],
          familyId,
        });
      }
      return this.#own(tx, actor);
    });
  }

  ofFamily(actor: Actor, familyId: FamilyId): Promise<Page<Erasure>> {
    return this.database.as(actor, async (tx) => {
      demand(mayDecideErasure(actor, await this.families.require(tx, actor, familyId)));
      const found = await this.erasures.ofFamily(tx, actor, familyId);
      return { items: found.map((row) => present(row, true)), next: null };
    });
  }

  /** For a therapist’s first page, so that nobody has to look through families for a request. */
  waiting(actor: Actor): Promise<Page<Erasure>> {
    demand(mayListErasures(actor));
    return this.database.as(actor, async (tx) => {
      const found = await this.erasures.waiting(tx, actor);
      return { items: found.map((row) => present(row, true)), next: null };
    });
  }

  carryOut(actor: Actor, id: ErasureId): Promise<Erasure> {
    return this.#decide(actor, id, 'done', (tx) => this.erasures.carryOut(tx, id));
  }

  /** Records may have to be kept for some years; then the person is told so, in words. */
  refuse(actor: Actor, id: ErasureId, body: RefuseErasure): Promise<Erasure> {
    return this.#decide(actor, id, 'refused', (tx) => this.erasures.refuse(tx, actor, id, body.because));
  }

  /** Deciding the same again changes nothing and is answered the same. */
  #decide(
    actor: Actor,
    id: ErasureId,
    state: 'done' | 'refused',
    decide: (tx: Transaction) => Promise<boolean>,
  ): Promise<Erasure> {
    return this.database.as(actor, async (tx) => {
      await this.erasures.lock(tx, actor, id);
      const asked = await this.#require(tx, actor, id);
      const because = demand(mayDecideErasure(actor, await this.families.require(tx, actor, asked.familyId)));
      if (asked.state === state) return present(asked, true);
      if (!(await decide(tx))) throw new Refusal('wrong-state', { because: asked.state });
      await this.audit.record(tx, actor, {
        action: 'own-words.erase',
        because,
        subjects: [asked.who.id],
        familyId: asked.familyId,
        fields: [state],
      });
      return present(await this.#require(tx, actor, id), true);
    });
  }

  async #own(tx: Transaction, actor: Actor): Promise<Page<Erasure>> {
    const found = await this.erasures.own(tx, actor);
    return { items: found.map((row) => present(row, false)), next: null };
  }

  async #require(tx: Transaction, actor: Actor, id: ErasureId): Promise<ErasureRow> {
    const erasure = await this.erasures.find(tx, actor, id);
    if (erasure === null) throw new Refusal('not-found');
    return erasure;
  }
}

function present(row: ErasureRow, leads: boolean): Erasure {
  return { ...row, may: { decide: leads && row.state === 'waiting' } };
}
