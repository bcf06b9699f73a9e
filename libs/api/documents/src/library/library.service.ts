import { Injectable } from '@nestjs/common';
import { Database, demand, firstRow, type Transaction } from '@common-ground/api/platform';
import type { Language, Page, Template } from '@common-ground/contract';
import { mayReadTemplates, mayWriteDocuments, type Actor } from '@common-ground/rules/access';
import { BUILT_IN_TEMPLATES, type BuiltIn } from '@common-ground/rules/content';

/** What a document can start from: the templates that come with the product. */
@Injectable()
export class LibraryService {
  constructor(private readonly database: Database) {}

  /** All templates, those in the reader's own language first. */
  list(actor: Actor): Promise<Page<Template>> {
    demand(mayReadTemplates(actor));
    return this.database.as(actor, async (tx) => {
      const own = await this.language(tx, actor);
      const may = { copy: mayWriteDocuments(actor).allowed };
      const ordered = [...BUILT_IN_TEMPLATES].sort(
        (a, b) => Number(b.language === own) - Number(a.language === own),
      );
      return { items: ordered.map((template) => ({ ...template, may })), next: null };
    });
  }

  find(id: string): BuiltIn | null {
    return BUILT_IN_TEMPLATES.find((template) => template.id === id) ?? null;
  }

  /** The language the actor reads and writes in. */
  async language(tx: Transaction, actor: Actor): Promise<Language> {
    const row = await firstRow<{ language: Language }>(
      tx,
      `select language from person where practice_id = $1 and id = $2`,
      [actor.practiceId, actor.personId],
    );
    return row?.language ?? 'en';
  }
}
