import { Injectable } from '@nestjs/common';
import { Database } from '@common-ground/api/platform';
import type { DocumentContent, TaskId, TaskSummary } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { KnownVersions } from './known-versions';
import { presentSummary } from './task.presenter';
import { TaskRepository, type AnswerToOne, type LineRow, type VersionRow } from './task.repository';

type ListedVersion = VersionRow & { readonly content: DocumentContent | null };

/**
 * Puts beside each line of a list what its version says. Which lines there are, the rows have said; what is not known of
 * their versions yet is read through the rows as well, and a line that has stopped reaching the actor since is left out.
 */
@Injectable()
export class Lines {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRepository,
    private readonly known: KnownVersions,
  ) {}

  async present(actor: Actor, lines: readonly LineRow[]): Promise<TaskSummary[]> {
    const versions = await this.#versionsOf(actor, lines);
    const varying = lines.filter(({ versionId }) => versions.get(versionId)?.varies === true);
    const answers = await this.#answersTo(
      actor,
      varying.map(({ id }) => id),
    );
    return lines.flatMap((line) => {
      const version = versions.get(line.versionId);
      if (version === undefined) return [];
      const { content } = version;
      const asksIf = version.varies && content !== null && 'blocks' in content ? content : null;
      const own = answers.filter(({ taskId }) => taskId === line.id);
      return [presentSummary({ ...version, ...line }, asksIf && { content: asksIf, answers: own })];
    });
  }

  async #versionsOf(actor: Actor, lines: readonly LineRow[]): Promise<Map<string, ListedVersion>> {
    const ids = [...new Set(lines.map(({ versionId }) => versionId))];
    const known = ids.flatMap((id) => this.#knownVersion(actor, id) ?? []);
    const unknown = ids.filter((id) => !known.some(({ versionId }) => versionId === id));
    const read =
      unknown.length === 0
        ? []
        : await this.database.once(actor, (tx) => this.tasks.versions(tx, actor, unknown));
    for (const version of read) this.known.keep(actor.practiceId, version);
    return new Map([...known, ...read].map((version) => [version.versionId, version]));
  }

  /** The text is wanted only where it says what is asked. */
  #knownVersion({ practiceId }: Actor, id: string): ListedVersion | null {
    const head = this.known.head(practiceId, id);
    if (head === undefined) return null;
    if (!head.varies) return { ...head, content: null };
    const content = this.known.text(practiceId, id);
    return content === undefined ? null : { ...head, content };
  }

  async #answersTo(actor: Actor, ids: readonly TaskId[]): Promise<readonly AnswerToOne[]> {
    if (ids.length === 0) return [];
    return this.database.once(actor, (tx) => this.tasks.answersTo(tx, actor, ids));
  }
}
