import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { ChangePractice, PracticeSettings } from '@common-ground/contract';
import { mayAdministerPractice, type Actor } from '@common-ground/rules/access';
import { SettingsRepository, type SettingsRow } from './settings.repository';

const CHANGEABLE = [
  'senderName',
  'exitUrl',
  'safety',
  'languages',
  'timeZone',
  'everyTherapistNeedsReview',
] as const satisfies readonly (keyof ChangePractice)[];

/** How the practice works: read and changed by its admins, as a whole and over a revision. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor): Promise<PracticeSettings> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => present(actor, await this.#require(tx, actor)));
  }

  change(actor: Actor, revision: number, to: ChangePractice): Promise<PracticeSettings> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.settings.lock(tx, actor);
      const held = await this.#require(tx, actor);
      const current = present(actor, held);
      if (held.revision !== revision) {
        const { changedBy, changedAt } = held;
        throw new Refusal('revision-stale', {
          current,
          ...(changedBy !== null && { changedBy }),
          ...(changedAt !== null && { changedAt }),
        });
      }
      if (to.safety.checkedOn > held.today)
        throw Refusal.field('safety.checkedOn', 'not-yet', 'Nobody has checked them on a day to come.');
      if (!(await this.settings.knowsTimeZone(tx, to.timeZone)))
        throw Refusal.field('timeZone', 'isTimeZone', 'There is no time zone of this name.');
      if (!(await this.settings.change(tx, actor, revision, to))) throw new Refusal('revision-stale');
      await this.audit.record(tx, actor, {
        action: 'practice.change',
        because,
        subjects: [],
        fields: CHANGEABLE.filter((field) => !isSame(held[field], to[field])),
      });
      return present(actor, await this.#require(tx, actor));
    });
  }

  async #require(tx: Transaction, actor: Actor): Promise<SettingsRow> {
    const found = await this.settings.find(tx, actor);
    if (found === null) throw new Refusal('not-found');
    return found;
  }
}

/** By value, whatever order the keys of a thing come back in. */
function isSame(one: unknown, other: unknown): boolean {
  const spelled = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
        : part,
    );
  return spelled(one) === spelled(other);
}

function present(actor: Actor, row: SettingsRow): PracticeSettings {
  return { ...row, may: { change: mayAdministerPractice(actor).allowed } };
}
