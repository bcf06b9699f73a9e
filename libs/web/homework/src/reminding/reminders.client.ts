import { Injectable, inject } from '@angular/core';
import type { MemberId, MyReminders, ReminderChoice, ShareId, ShareReminders } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** The reader's own reminders, and those a therapist asks for. */
@Injectable({ providedIn: 'root' })
export class RemindersClient {
  private readonly api = inject(Api);

  async read(signal?: AbortSignal): Promise<MyReminders> {
    return (await this.api.get<MyReminders>('me/reminders', { signal })).body;
  }

  async choose(revision: number, choice: ReminderChoice): Promise<MyReminders> {
    return (await this.api.put<MyReminders>('me/reminders', choice, { revision })).body;
  }

  async ofShare(id: ShareId, signal?: AbortSignal): Promise<ShareReminders> {
    return (await this.api.get<ShareReminders>(`shares/${id}/reminders`, { signal })).body;
  }

  async ask(id: ShareId, memberIds: readonly MemberId[]): Promise<ShareReminders> {
    return (await this.api.post<ShareReminders>(`shares/${id}/reminders`, { memberIds })).body;
  }
}
