import { Injectable } from '@nestjs/common';
import { FamilyRepository } from '@common-ground/api/people';
import { Audit, Database, demand, newId, practiceDay, Refusal } from '@common-ground/api/platform';
import type { NewTemplate, Template, TemplateChange } from '@common-ground/contract';
import {
  mayChangeTemplate,
  mayKeepTemplates,
  mayTakeTemplateBack,
  mayWorkOnDocument,
  type Actor,
} from '@common-ground/rules/access';
import { readingOf, rulesOf, wrongNames } from '@common-ground/rules/content';
import { DraftingService } from '../drafting/drafting.service';
import { LibraryService } from './library.service';
import { TemplateRepository } from './template.repository';

/** Keeping documents to begin others from, saying what they are, and taking them back. */
@Injectable()
export class KeepingService {
  constructor(
    private readonly database: Database,
    private readonly library: LibraryService,
    private readonly templates: TemplateRepository,
    private readonly drafting: DraftingService,
    private readonly families: FamilyRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Keeps a document's draft as it stands now. A template is about nobody: names of people on the therapist's caseload
   * have to be taken out of it, unless whoever keeps it says that they are ordinary words.
   */
  keep(actor: Actor, body: NewTemplate): Promise<Template> {
    const because = demand(mayKeepTemplates(actor));
    return this.database.as(actor, async (tx) => {
      const document = await this.drafting.require(tx, actor, body.documentId);
      demand(mayWorkOnDocument(actor, document));
      const draft = await this.drafting.requireDraft(tx, actor, document.id);
      const { kind } = document;
      const texts = rulesOf(kind).texts(body.title, draft.content);
      const people = await this.families.names(tx, actor, document.family?.id ?? null);
      const named = wrongNames(
        texts,
        people.map(({ displayName }) => displayName),
        [],
      );
      if (named.length > 0 && body.namesNobody !== true) {
        const names = [...new Set(named.map(({ name }) => name))];
        throw new Refusal('names-people', {
          errors: names.map((name) => ({ path: 'documentId', code: 'names-people', message: name })),
        });
      }
      const id = newId<'template'>();
      const { language } = draft.content;
      await this.templates.add(tx, actor, {
        id,
        kind,
        ...saidIn(body),
        language,
        lastCheckedOn: await practiceDay(tx),
        content: rulesOf(kind).forAnybody(draft.content),
        outline: rulesOf(kind).outline(draft.content),
        reading: readingOf(
          texts.map(({ text }) => text),
          language,
        ),
        words: texts.map(({ text }) => text).join('\n'),
      });
      await this.audit.record(tx, actor, {
        action: 'templates.keep',
        because,
        subjects: [],
        familyId: document.family?.id ?? null,
        documentId: document.id,
        fields: [body.shelf],
      });
      return this.library.present(tx, actor, id);
    });
  }

  /** Says something else about a template, and that it was looked at today. Its words stay as they are. */
  change(actor: Actor, id: string, revision: number, body: TemplateChange): Promise<Template> {
    return this.database.as(actor, async (tx) => {
      const template = await this.library.require(tx, actor, id);
      const because = demand(mayChangeTemplate(actor, template));
      if (!(await this.templates.change(tx, actor, template.id, revision, body))) {
        throw new Refusal('revision-stale', { current: await this.library.present(tx, actor, id) });
      }
      await this.audit.record(tx, actor, {
        action: 'templates.change',
        because,
        subjects: [],
        fields: ['title', 'shelf', 'tags', 'source', 'licence'],
      });
      return this.library.present(tx, actor, id);
    });
  }

  /** From now on nobody begins from it. What was begun from it stays as it is. */
  takeBack(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const template = await this.library.require(tx, actor, id);
      const because = demand(mayTakeTemplateBack(actor, template));
      if (!(await this.templates.takeBack(tx, actor, template.id))) return;
      await this.audit.record(tx, actor, { action: 'templates.take-back', because, subjects: [] });
    });
  }
}

function saidIn(body: TemplateChange): Pick<
  TemplateChange,
  'title' | 'shelf' | 'tags' | 'source' | 'licence'
> & {
  readonly licenceUntilOn: string | null;
} {
  const { title, shelf, tags, source, licence, licenceUntilOn = null } = body;
  return { title, shelf, tags, source, licence, licenceUntilOn };
}
