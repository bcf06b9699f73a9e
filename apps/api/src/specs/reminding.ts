import { setTimeout as pause } from 'node:timers/promises';
import type { MyReminders, ReminderChoice } from '@common-ground/contract';
import { startApi, type Answer, type ApiClient, type RunningApi } from '@common-ground/testing';
import type { Client } from 'pg';
import { done } from './acts';
import type { Mailbox } from './mailbox';

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

/** Reminders in one database: who may be reminded where, and the minute after. */
export class Reminding {
  constructor(
    private readonly api: RunningApi,
    private readonly owner: Pick<Client, 'query'>,
    private readonly mailbox: Mailbox,
  ) {}

  /** On every day at this hour, unless something else is said. */
  choose(
    client: ApiClient,
    revision: number,
    choice: Partial<ReminderChoice> = {},
  ): Promise<Answer<MyReminders>> {
    return client.put<MyReminders>(
      '/api/me/reminders',
      { days: EVERY_DAY, hour: 12, timeZone: noonNow(), whenAsked: false, ...choice },
      { 'if-match': `"${revision}"` },
    );
  }

  mine(client: ApiClient): Promise<MyReminders> {
    return done(client.get<MyReminders>('/api/me/reminders'));
  }

  async addressOf(persona: string, address: string | null): Promise<void> {
    await this.owner.query(
      `update member m set contact = $2 from demo_persona d where d.person_id = m.person_id and d.persona = $1`,
      [persona, address],
    );
  }

  async safely(channel: string, persona: string): Promise<void> {
    await this.owner.query(
      `insert into safe_contact as s (practice_id, member_id, family_id, channel, revision, written_by)
         select m.practice_id, m.id, m.family_id, $1, 1, f.opened_by from member m
           join family f on f.id = m.family_id join demo_persona d on d.person_id = m.person_id where d.persona = $2
         on conflict (practice_id, member_id) do update set channel = $1`,
      [channel, persona],
    );
  }

  /** Forgets what was chosen and what was sent; `persona` is reachable. */
  async anew(persona: string, address: string | null = `${persona}@example.org`): Promise<void> {
    await this.owner.query('delete from reminder_ask');
    await this.owner.query('delete from reminder');
    await this.owner.query(`delete from mail where sort = 'reminder'`);
    await this.owner.query('delete from pgboss.job');
    await this.owner.query('delete from safe_contact');
    await this.safely('email', persona);
    await this.addressOf(persona, address);
  }

  /** Lets processes make what is due, as many at once as are asked for, and waits until nothing is on its way. */
  async aMinuteLater(processes = 1): Promise<number> {
    const beside = await Promise.all(
      Array.from({ length: processes }, () =>
        startApi({ env: { SMTP_URL: this.mailbox.url }, beside: this.api }),
      ),
    );
    for (let calm = 0; calm < 10;) {
      // Making them is one transaction, which on a busy machine takes its time before there is a job to see.
      const { rows } = await this.owner.query(
        `select from pgboss.job where state not in ('completed', 'cancelled')
           union all select from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
      );
      calm = rows.length === 0 ? calm + 1 : 0;
      await pause(100);
    }
    await Promise.all(beside.map((one) => one.stop()));
    const { rows } = await this.owner.query(
      `select from mail where sort = 'reminder' and sent_at is not null`,
    );
    return rows.length;
  }
}

/** A place where the clock shows between noon and one at this moment. */
function noonNow(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
