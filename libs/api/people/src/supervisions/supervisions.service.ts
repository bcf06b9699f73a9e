import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  EndSupervision,
  NewSupervision,
  Page,
  PersonId,
  StaffRole,
  Supervision,
  SupervisionId,
} from '@common-ground/contract';
import {
  mayAdministerPractice,
  mayPairSupervisor,
  pairCovers,
  pairOverlaps,
  supervisionState,
  type Actor,
} from '@common-ground/rules/access';
import { SettingsRepository } from '../practice/settings.repository';
import { StaffRepository } from '../staff/staff.repository';
import { SupervisionRepository, type SupervisionRow } from './supervision.repository';

/**
 * Who supervises whom. A pair is never changed: another strength is the end of one and the beginning of the next, so
 * that it can always be said under which strength something was approved.
 */
@Injectable()
export class SupervisionsService {
  constructor(
    private readonly database: Database,
    private readonly pairs: SupervisionRepository,
    private readonly staff: StaffRepository,
    private readonly practice: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<Page<Supervision>> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      const found = await this.pairs.list(tx, actor);
      return { items: found.map(present), next: null };
    });
  }

  add(actor: Actor, body: NewSupervision): Promise<Supervision> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const { supervisorId, therapistId, fromOn } = body;
      if (supervisorId === therapistId)
        throw Refusal.field('therapistId', 'same-person', 'Nobody supervises themselves.');
      await this.#demandRole(tx, actor, 'supervisorId', supervisorId, 'supervisor');
      await this.#demandRole(tx, actor, 'therapistId', therapistId, 'therapist');
      const because = demand(mayPairSupervisor(actor, supervisorId));
      if (fromOn < (await practiceDay(tx)))
        throw Refusal.field('fromOn', 'day-is-past', 'A supervision begins today or on a later day.');
      if (pairOverlaps(fromOn, await this.pairs.ofPair(tx, actor, supervisorId, therapistId)))
        throw Refusal.field('fromOn', 'pair-overlaps', 'These two are paired on that day already.');
      await this.#demandCoSigner(tx, actor, body);
      const id = await this.pairs.add(tx, actor, body);
      await this.audit.record(tx, actor, {
        action: 'supervisions.add',
        because,
        subjects: [supervisorId, therapistId],
        fields: [body.strength],
      });
      return present(await this.#require(tx, actor, id));
    });
  }

  /** Works from the next request on. Ending what is over already changes nothing. */
  end(actor: Actor, id: SupervisionId, body: EndSupervision): Promise<Supervision> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const pair = await this.#require(tx, actor, id);
      const { untilOn } = body;
      if (untilOn !== undefined) {
        if (untilOn < pair.today || untilOn < pair.fromOn)
          throw Refusal.field(
            'untilOn',
            'day-is-past',
            'The last day is over already; end it at once instead.',
          );
        if (pair.untilOn !== null && untilOn > pair.untilOn)
          throw Refusal.field('untilOn', 'later-than-recorded', 'A longer supervision is a new one.');
      }
      if (await this.pairs.end(tx, actor, id, untilOn ?? null)) {
        await this.audit.record(tx, actor, {
          action: 'supervisions.end',
          because,
          subjects: [pair.supervisor.id, pair.therapist.id],
          fields: ['untilOn'],
        });
      }
      return present(await this.#require(tx, actor, id));
    });
  }

  /** Somebody else who supervises this therapist too, by the first day: only so do they read what they sign. */
  async #demandCoSigner(tx: Transaction, actor: Actor, body: NewSupervision): Promise<void> {
    const { supervisorId, therapistId, strength, coSignerId, fromOn } = body;
    if (strength !== 'must-approve-and-co-sign' || coSignerId === undefined) return;
    if (coSignerId === supervisorId || coSignerId === therapistId)
      throw Refusal.field('coSignerId', 'same-person', 'The second signature is another person’s.');
    demand(mayPairSupervisor(actor, coSignerId));
    if (!pairCovers(fromOn, await this.pairs.ofPair(tx, actor, coSignerId, therapistId)))
      throw Refusal.field('coSignerId', 'not-a-supervisor', 'This person does not supervise the therapist.');
  }

  async #demandRole(
    tx: Transaction,
    actor: Actor,
    path: string,
    id: PersonId,
    role: StaffRole,
  ): Promise<void> {
    const person = await this.staff.find(tx, actor, id);
    if (person?.roles.includes(role) !== true)
      throw Refusal.field(path, `not-a-${role}`, `This is no ${role} of the practice.`);
  }

  async #require(tx: Transaction, actor: Actor, id: SupervisionId): Promise<SupervisionRow> {
    const found = await this.pairs.find(tx, actor, id);
    if (found === null) throw new Refusal('not-found');
    return found;
  }
}

function present({ today, ...row }: SupervisionRow): Supervision {
  const state = supervisionState(row, today);
  return { ...row, state, may: { end: state !== 'ended' } };
}
