import { Injectable } from '@nestjs/common';
import { PrintingService, type Printed } from '@common-ground/api/documents';
import { Audit, Database, Refusal, type Transaction } from '@common-ground/api/platform';
import type { OwnWords } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { readDayPromptId } from '@common-ground/rules/content';
import { OwnWordsRepository, type OwnTaskRow, type SelfRow } from './own-words.repository';
import { askedIn, sheetOfOwnWords } from './own-words-sheet';

/** Everything one person wrote, to take along. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly words: OwnWordsRepository,
    private readonly printing: PrintingService,
    private readonly audit: Audit,
  ) {}

  export(actor: Actor): Promise<OwnWords> {
    return this.database.as(actor, async (tx) => {
      const self = await this.#self(tx, actor);
      const tasks = await this.words.homework(tx, actor);
      const consents = await this.words.consents(tx, actor);
      const replies = await this.words.replies(tx);
      const lookBacks = await this.words.lookBacks(tx);
      await this.#record(tx, actor);
      const { person, practice, madeAt } = self;
      return { madeAt, person, practice, homework: tasks.map(presentTask), consents, replies, lookBacks };
    });
  }

  /** The same on paper, without the consents: those are printed with each of them. */
  async pdf(actor: Actor): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx) => {
      const self = await this.#self(tx, actor);
      const tasks = await this.words.homework(tx, actor);
      const replies = await this.words.replies(tx);
      const lookBacks = await this.words.lookBacks(tx);
      await this.#record(tx, actor);
      const frame = await this.printing.frame(tx, actor);
      return { ...frame, ...sheetOfOwnWords(self, tasks, replies, lookBacks) };
    });
    return this.printing.print(sheet);
  }

  async #self(tx: Transaction, actor: Actor): Promise<SelfRow> {
    const self = await this.words.self(tx, actor);
    if (self === null) throw new Refusal('not-signed-in');
    return self;
  }

  async #record(tx: Transaction, actor: Actor): Promise<void> {
    await this.audit.record(tx, actor, {
      action: 'own-words.export',
      because: 'own-words',
      subjects: [actor.personId],
    });
  }
}

function presentTask(row: OwnTaskRow): OwnWords['homework'][number] {
  const { kind: _kind, content: _content, answers, ...task } = row;
  return {
    ...task,
    answers: answers.map((answer) => ({
      ...answer,
      question: askedIn(row, answer.promptId)?.question ?? null,
      on: readDayPromptId(answer.promptId)?.on ?? null,
    })),
  };
}
