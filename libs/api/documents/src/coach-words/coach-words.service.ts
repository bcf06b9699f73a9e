import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, newId, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  LIMITS,
  type CoachWord,
  type CoachWordId,
  type NewCoachWord,
  type Page,
} from '@common-ground/contract';
import { mayAdministerPractice, type Actor } from '@common-ground/rules/access';
import { CoachWordsRepository } from './coach-words.repository';

/** What a practice added to the words the language coach listens for. Every change answers with the whole list. */
@Injectable()
export class CoachWordsService {
  constructor(
    private readonly database: Database,
    private readonly words: CoachWordsRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<Page<CoachWord>> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, (tx) => this.#page(tx, actor));
  }

  add(actor: Actor, body: NewCoachWord): Promise<Page<CoachWord>> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      if ((await this.words.list(tx, actor)).length >= LIMITS.coachWords) {
        throw Refusal.field(
          'phrase',
          'list-full',
          `The list has ${LIMITS.coachWords} entries, as many as it can have.`,
        );
      }
      if (!(await this.words.add(tx, actor, newId<'coach-word'>(), body))) {
        throw Refusal.field('phrase', 'word-there', 'These words stand on the list already.');
      }
      await this.audit.record(tx, actor, { action: 'coach-words.change', because, subjects: [] });
      return this.#page(tx, actor);
    });
  }

  /** Taking off what is off already changes nothing and is answered the same. */
  remove(actor: Actor, id: CoachWordId): Promise<Page<CoachWord>> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      if (await this.words.remove(tx, actor, id)) {
        await this.audit.record(tx, actor, { action: 'coach-words.change', because, subjects: [] });
      }
      return this.#page(tx, actor);
    });
  }

  async #page(tx: Transaction, actor: Actor): Promise<Page<CoachWord>> {
    return { items: await this.words.list(tx, actor), next: null };
  }
}
