import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '@common-ground/api/people';
import { Audit, Database, Mail, Refusal, type Transaction } from '@common-ground/api/platform';
import type { MyReminders, ReminderChoice } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ReminderRepository } from './reminder.repository';

/** Each person's own choice of when they are reminded. Nobody else reads it, besides whether a therapist may ask. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderRepository,
    private readonly settings: SettingsRepository,
    private readonly mail: Mail,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor): Promise<MyReminders> {
    return this.database.as(actor, (tx) => this.#present(tx, actor));
  }

  choose(actor: Actor, revision: number, choice: ReminderChoice): Promise<MyReminders> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.settings.knowsTimeZone(tx, choice.timeZone)))
        throw Refusal.field('timeZone', 'isTimeZone', 'There is no time zone of this name.');
      if (await this.reminders.choose(tx, actor, revision, choice)) {
        await this.audit.record(tx, actor, { action: 'reminders.choose', because: 'own', subjects: [] });
        return this.#present(tx, actor);
      }
      const current = await this.#present(tx, actor);
      // The answer to this very choice was lost on the way.
      const wanted = { ...choice, days: [...choice.days].sort() };
      if (current.revision === revision + 1 && isDeepStrictEqual(current.choice, wanted)) return current;
      throw new Refusal('revision-stale', { current });
    });
  }

  async #present(tx: Transaction, actor: Actor): Promise<MyReminders> {
    const chosen = await this.reminders.chosen(tx, actor);
    const address = await this.reminders.address(tx);
    return {
      isOffered: this.mail.isOffered,
      address: this.mail.canReach(address) ? knownAgain(address) : null,
      choice: chosen && {
        days: chosen.days,
        hour: chosen.hour,
        timeZone: chosen.timeZone,
        whenAsked: chosen.whenAsked,
      },
      revision: chosen?.revision ?? 0,
    };
  }
}

/** Enough of an address for its owner, and little for whoever looks over their shoulder. */
function knownAgain(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(at)}`;
}
