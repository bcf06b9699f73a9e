import { Injectable } from '@nestjs/common';
import {
  asId,
  Cursors,
  Database,
  demand,
  firstRow,
  isId,
  practiceDay,
  Refusal,
  type Transaction,
  withOnePlan,
} from '@common-ground/api/platform';
import type {
  DocumentContent,
  DocumentKind,
  Language,
  Template,
  TemplatePage,
} from '@common-ground/contract';
import { mayReadTemplate, mayReadTemplates, type Actor } from '@common-ground/rules/access';
import { BuiltInShelf, builtInNamed } from './built-in-shelf';
import { presentBuiltIn, presentKept } from './template.presenter';
import { TemplateRepository, type FoundRow, type KeptRow } from './template.repository';
import type { TemplateSearch } from './template-search';

/** More tags than a therapist would look through. */
const MOST_TAGS = 80;

/** What a document begins from, from whichever shelf. */
export interface Beginning {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: DocumentContent;
}

/** What a document can start from: what comes with the product, what the practice keeps, and one's own. */
@Injectable()
export class LibraryService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateRepository,
    private readonly builtIn: BuiltInShelf,
    private readonly cursors: Cursors,
  ) {}

  search(actor: Actor, search: TemplateSearch, cursor: string | null, limit: number): Promise<TemplatePage> {
    return this.database.as(actor, async (tx) => {
      demand(mayReadTemplates(actor));
      withOnePlan(tx);
      const list = `templates ${JSON.stringify(search)}`;
      const [reader, shelf] = await Promise.all([
        this.templates.reader(tx, actor, search.words),
        this.builtIn.asSearched(tx),
      ]);
      const after = Number(this.cursors.read(actor, list, cursor)?.at ?? 0);
      const [found, tags] = await Promise.all([
        this.templates.search(tx, actor, shelf, search, reader, after, limit),
        this.templates.tags(tx, shelf, search.language ?? reader.own, MOST_TAGS),
      ]);
      const page = this.cursors.page(actor, list, found, limit, (row) => ({
        at: String(row.position),
        id: row.id,
      }));
      return {
        items: page.items.map((row) => this.#summary(actor, row, reader.today)),
        next: page.next,
        tags,
      };
    });
  }

  read(actor: Actor, id: string): Promise<Template> {
    demand(mayReadTemplates(actor));
    return this.database.as(actor, (tx) => this.present(tx, actor, id));
  }

  async present(tx: Transaction, actor: Actor, id: string): Promise<Template> {
    const builtIn = builtInNamed(id);
    if (builtIn !== null) {
      return { ...presentBuiltIn(actor, builtIn, false), content: builtIn.content, revision: 0 };
    }
    const row = await this.require(tx, actor, id);
    const summary = presentKept(actor, row, await practiceDay(tx), false);
    return { ...summary, content: row.content, revision: row.revision };
  }

  /** A template kept here that the actor may read, or a refusal that says it does not exist. */
  async require(
    tx: Transaction,
    actor: Actor,
    id: string,
  ): Promise<KeptRow & { readonly content: DocumentContent }> {
    const row = await this.templates.find(tx, actor, asId(id));
    if (row === null) throw new Refusal('not-found');
    demand(mayReadTemplate(actor, row));
    return row;
  }

  /** What a document begins from; null when there is no such template for the actor. */
  async beginning(tx: Transaction, actor: Actor, id: string): Promise<Beginning | null> {
    const builtIn = builtInNamed(id);
    if (builtIn !== null) return builtIn;
    const kept = isId(id) ? await this.templates.find(tx, actor, asId(id)) : null;
    return kept !== null && mayReadTemplate(actor, kept).allowed ? kept : null;
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

  #summary(actor: Actor, { id, near, kept }: FoundRow, today: string): TemplatePage['items'][number] {
    if (kept !== null) return presentKept(actor, kept, today, near);
    const builtIn = builtInNamed(id);
    if (builtIn === null) throw new Error('The search finds nothing that is not there.');
    return presentBuiltIn(actor, builtIn, near);
  }
}
