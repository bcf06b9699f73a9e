import { Injectable, inject } from '@angular/core';
import type {
  AccessLogEntry,
  AnswerDraft,
  AnswerId,
  Consent,
  ConsentId,
  Family,
  FamilyId,
  MyPrivacy,
  NewFeedback,
  Page,
  ResponseSet,
  Task,
  TaskId,
  TaskSummary,
} from '@common-ground/contract';
import { Api, type Asking, type ConfirmedSave, type Kept, KeptCopies } from '@common-ground/web/platform';

/** The only place in this area that talks to the server about homework. Answers themselves go through the save queue. */
@Injectable({ providedIn: 'root' })
export class HomeworkClient {
  private readonly api = inject(Api);
  private readonly copies = inject(KeptCopies);

  tasks(signal?: AbortSignal): Promise<readonly TaskSummary[]> {
    return this.all<TaskSummary>('homework', { signal, isKept: true });
  }

  async task(id: TaskId, signal?: AbortSignal): Promise<Task> {
    const path = `homework/${id}`;
    const { body, isFromDevice } = await this.api.get<Task>(path, { signal, isKept: true });
    if (!isFromDevice) return body;
    return withLaterSaves(body, await this.copies.under<ConfirmedSave<AnswerDraft>>(`${path}/answers`));
  }

  /** What was opened on this device and can be read here without a connection. */
  async keptHere(): Promise<readonly string[]> {
    const copies = await this.copies.under('homework');
    return copies.flatMap(({ path }) => /^homework\/([^/]+)$/u.exec(path)?.[1] ?? []);
  }

  /** Sending twice sends once, and is answered the same. */
  async send(id: TaskId): Promise<Task> {
    const sent = await this.api.post<Task>(`homework/${id}/send`);
    void this.copies.keep(`homework/${id}`, sent);
    return sent.body;
  }

  responses(family: FamilyId, signal?: AbortSignal): Promise<readonly ResponseSet[]> {
    return this.all<ResponseSet>(`families/${family}/responses`, { signal });
  }

  /** @param key the same for every try of one note, so that trying again does not write it twice */
  async giveFeedback(answer: AnswerId, feedback: NewFeedback, key: string): Promise<void> {
    await this.api.post(`answers/${answer}/feedback`, feedback, { key });
  }

  async giveNote(piece: TaskId, note: NewFeedback, key: string): Promise<void> {
    await this.api.post(`homework/${piece}/notes`, note, { key });
  }

  async family(id: FamilyId, signal?: AbortSignal): Promise<Family> {
    return (await this.api.get<Family>(`families/${id}`, { signal })).body;
  }

  async takeBack(consent: ConsentId): Promise<Consent> {
    return (await this.api.post<Consent>(`consents/${consent}/revoke`)).body;
  }

  /** Who can see what of the reader's own, as the server's rules have it this minute. */
  async privacy(signal?: AbortSignal): Promise<MyPrivacy> {
    return (await this.api.get<MyPrivacy>('me/privacy', { signal })).body;
  }

  /** Who read or changed what is the reader's, newest first: all of it. */
  accessLog(signal?: AbortSignal): Promise<readonly AccessLogEntry[]> {
    return this.all<AccessLogEntry>('me/access-log', { signal });
  }

  /** Reads a list to its end. */
  private async all<T>(path: string, asking: Asking): Promise<readonly T[]> {
    const found: T[] = [];
    let cursor: string | undefined;
    do {
      const { body }: { body: Page<T> } = await this.api.get<Page<T>>(path, {
        query: { cursor },
        ...asking,
      });
      found.push(...body.items);
      cursor = body.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}

/** What was saved since this device kept the task belongs to it as well. */
function withLaterSaves(task: Task, saves: readonly Kept<ConfirmedSave<AnswerDraft>>[]): Task {
  const answers = new Map(task.answers.map((answer) => [answer.promptId, answer]));
  for (const { path, body } of saves) {
    const promptId = path.slice(path.lastIndexOf('/') + 1);
    const known = answers.get(promptId);
    const revision = Number(body.revision);
    if (revision <= (known?.revision ?? 0)) continue;
    const { value, visibility } = body.body;
    const feedback = known?.feedback ?? [];
    answers.set(promptId, {
      ...known,
      promptId,
      value,
      visibility,
      revision,
      savedAt: body.savedAt,
      feedback,
    });
  }
  return { ...task, answers: [...answers.values()] };
}

/** Where a browser fetches the PDF of one person's homework: blank where nothing is answered. */
export function pdfOf(task: TaskId): string {
  return `/api/homework/${task}/pdf`;
}
