import { Injectable, inject } from '@angular/core';
import type { MyReminders, ReminderChoice } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** The reader's own reminders. */
@Injectable({ providedIn: 'root' })
export class RemindersClient {
  private readonly api = inject(Api);

  async read(signal?: AbortSignal): Promise<MyReminders> {
    return (await this.api.get<MyReminders>('me/reminders', { signal })).body;
  }

  async choose(revision: number, choice: ReminderChoice): Promise<MyReminders> {
    return (await this.api.put<MyReminders>('me/reminders', choice, { revision })).body;
  }
}
