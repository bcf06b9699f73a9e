import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  NotebookSummary,
  NotebookText,
  Page,
  SupervisionId,
  SupervisionNotebook,
} from '@common-ground/contract';
import {
  mayHaveNotebooks,
  mayReadNotebook,
  mayWriteNotebook,
  type Action,
  type Actor,
} from '@common-ground/rules/access';
import { NotebookRepository, type NotebookLine, type NotebookRow } from './notebook.repository';

/** The notebook of a supervisor and a therapist: goals and themes, of these two and nobody else. */
@Injectable()
export class NotebookService {
  constructor(
    private readonly database: Database,
    private readonly notebooks: NotebookRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<Page<NotebookSummary>> {
    demand(mayHaveNotebooks(actor));
    return this.database.as(actor, async (tx) => {
      const found = (await this.notebooks.list(tx, actor)).filter(
        (row) => mayReadNotebook(actor, row).allowed,
      );
      return { items: found.map((row) => presentSummary(actor, row)), next: null };
    });
  }

  read(actor: Actor, id: SupervisionId): Promise<SupervisionNotebook> {
    return this.database.as(actor, async (tx) => {
      const row = await this.#require(tx, actor, id);
      await this.#recordReading(tx, actor, demand(mayReadNotebook(actor, row)), row);
      return present(actor, row);
    });
  }

  /** As a draft is saved: over a known revision, and a save whose answer was lost is answered again. */
  write(actor: Actor, id: SupervisionId, revision: number, text: NotebookText): Promise<SupervisionNotebook> {
    return this.database.as(actor, async (tx) => {
      const row = await this.#require(tx, actor, id);
      const reads = demand(mayReadNotebook(actor, row));
      const because = demand(mayWriteNotebook(actor, row));
      if (await this.notebooks.save(tx, actor, row, revision, text)) {
        await this.#record(tx, actor, 'notebooks.write', because, row);
        return present(actor, await this.#require(tx, actor, id));
      }
      const newest = await this.#require(tx, actor, id);
      const current = present(actor, newest);
      const isSame = newest.goals === text.goals && newest.themes === text.themes;
      if (newest.revision === revision + 1 && newest.writtenById === actor.personId && isSame) return current;
      await this.#recordReading(tx, actor, reads, newest);
      return new Refusal('revision-stale', {
        current,
        changedBy: newest.writtenBy?.displayName ?? '',
        changedAt: newest.writtenAt ?? '',
      });
    });
  }

  async #require(tx: Transaction, actor: Actor, id: SupervisionId): Promise<NotebookRow> {
    const found = await this.notebooks.find(tx, actor, id);
    if (found === null) throw new Refusal('not-found');
    return found;
  }

  /** What the other one wrote is somebody else's words. */
  async #recordReading(tx: Transaction, actor: Actor, because: string, row: NotebookRow): Promise<void> {
    if (row.writtenById !== null && row.writtenById !== actor.personId)
      await this.#record(tx, actor, 'notebooks.read', because, row);
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    because: string,
    { supervisor, therapist }: NotebookRow,
  ): Promise<void> {
    const subjects = [supervisor.id, therapist.id].filter((person) => person !== actor.personId);
    await this.audit.record(tx, actor, { action, because, subjects });
  }
}

function presentSummary(actor: Actor, row: NotebookLine): NotebookSummary {
  const { id, supervisor, therapist, writtenBy, writtenAt } = row;
  const may = { write: mayWriteNotebook(actor, row).allowed };
  return { id, supervisor, therapist, writtenBy, writtenAt, may };
}

function present(actor: Actor, row: NotebookRow): SupervisionNotebook {
  const { goals, themes, revision } = row;
  return { ...presentSummary(actor, row), goals, themes, revision };
}
