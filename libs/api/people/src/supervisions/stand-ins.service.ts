import { Injectable } from '@nestjs/common';
import {
  Audit,
  Cursors,
  Database,
  demand,
  practiceDay,
  Refusal,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  ChangeStandIn,
  NewStandIn,
  Page,
  PersonId,
  StandIn,
  StandInId,
  StandIns,
} from '@common-ground/contract';
import { mayChangeStandIn, mayHaveStandIns, supervisionState, type Actor } from '@common-ground/rules/access';
import { StandInRepository, type StandInRow } from './stand-in.repository';

const ENDED = 'stand-ins ended';

/** Who judges for a supervisor who is away. It begins and ends by its days alone. */
@Injectable()
export class StandInsService {
  constructor(
    private readonly database: Database,
    private readonly standIns: StandInRepository,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<StandIns> {
    demand(mayHaveStandIns(actor));
    return this.database.as(actor, async (tx) => ({
      items: (await this.standIns.list(tx, actor)).map((row) => present(actor, row)),
      next: null,
      colleagues: await this.standIns.colleagues(tx, actor),
      therapists: await this.standIns.therapists(tx, actor),
    }));
  }

  /** What is over says who could read what, and when. */
  ended(actor: Actor, cursor: string | null, limit: number): Promise<Page<StandIn>> {
    demand(mayHaveStandIns(actor));
    return this.database.as(actor, async (tx) => {
      const after = this.cursors.read(actor, ENDED, cursor);
      const found = await this.standIns.ended(tx, actor, after, limit);
      const page = this.cursors.page(actor, ENDED, found, limit, ({ untilOn, id }) => ({ at: untilOn, id }));
      return { ...page, items: page.items.map((row) => present(actor, row)) };
    });
  }

  name(actor: Actor, body: NewStandIn): Promise<StandIn> {
    const because = demand(mayHaveStandIns(actor));
    return this.database.as(actor, async (tx) => {
      const colleagues = await this.standIns.colleagues(tx, actor);
      if (!colleagues.some(({ id }) => id === body.personId))
        throw Refusal.field('personId', 'not-a-supervisor', 'This is no other supervisor of the practice.');
      if (body.fromOn < (await practiceDay(tx)))
        throw Refusal.field('fromOn', 'day-is-past', 'It begins today or on a later day.');
      if (body.untilOn < body.fromOn)
        throw Refusal.field('untilOn', 'before-it-begins', 'The last day is not before the first.');
      await this.#demandTherapists(tx, actor, body, body.personId);
      const id = await this.standIns.add(tx, actor, body);
      if (id === null) throw new Refusal('stands-in-already');
      await this.#record(tx, actor, 'stand-ins.name', because, body.personId);
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  change(actor: Actor, id: StandInId, body: ChangeStandIn): Promise<StandIn> {
    return this.#changing(actor, id, ['untilOn', 'therapistIds'], async (tx, row) => {
      if (body.untilOn < row.today || body.untilOn < row.fromOn)
        throw Refusal.field(
          'untilOn',
          'day-is-past',
          'The last day is over already; end it at once instead.',
        );
      await this.#demandTherapists(tx, actor, body, row.person.id);
      await this.standIns.change(tx, actor, id, body);
    });
  }

  /** Works from the next request on. */
  end(actor: Actor, id: StandInId): Promise<StandIn> {
    return this.#changing(actor, id, ['untilOn'], (tx) => this.standIns.end(tx, actor, id));
  }

  #changing(
    actor: Actor,
    id: StandInId,
    fields: readonly string[],
    change: (tx: Transaction, row: StandInRow) => Promise<void>,
  ): Promise<StandIn> {
    return this.database.as(actor, async (tx) => {
      const row = await this.#require(tx, actor, id);
      const because = demand(mayChangeStandIn(actor, { ...row, isOver: isOver(row) }));
      await change(tx, row);
      await this.#record(tx, actor, 'stand-ins.change', because, row.person.id, fields);
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Of those one supervises, and never the texts of whoever is to judge them. */
  async #demandTherapists(
    tx: Transaction,
    actor: Actor,
    { therapistIds }: ChangeStandIn,
    standIn: PersonId,
  ): Promise<void> {
    if (therapistIds === undefined) return;
    const known = (await this.standIns.therapists(tx, actor)).map(({ id }) => id);
    if (therapistIds.includes(standIn))
      throw Refusal.field('therapistIds', 'same-person', 'Nobody judges their own texts.');
    if (!therapistIds.every((id) => known.includes(id)))
      throw Refusal.field('therapistIds', 'not-supervised', 'You do not supervise all of these people.');
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: 'stand-ins.name' | 'stand-ins.change',
    because: string,
    person: PersonId,
    fields: readonly string[] = [],
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [person], fields });
  }

  async #require(tx: Transaction, actor: Actor, id: StandInId): Promise<StandInRow> {
    const found = await this.standIns.find(tx, actor, id);
    if (found === null) throw new Refusal('not-found');
    return found;
  }
}

function isOver(row: StandInRow): boolean {
  return supervisionState(row, row.today) === 'ended';
}

function present(actor: Actor, row: StandInRow): StandIn {
  const { id, supervisor, person, therapists, fromOn, untilOn, before } = row;
  const may = { change: mayChangeStandIn(actor, { ...row, isOver: isOver(row) }).allowed };
  const state = supervisionState(row, row.today);
  return { id, supervisor, person, therapists, fromOn, untilOn, before, state, may };
}
