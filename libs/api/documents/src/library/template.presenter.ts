import type { TemplateSummary } from '@common-ground/contract';
import {
  mayChangeTemplate,
  mayTakeTemplateBack,
  mayWriteDocuments,
  sharingRight,
  type Actor,
} from '@common-ground/rules/access';
import type { BuiltIn } from '@common-ground/rules/content';
import type { KeptRow } from './template.repository';

export function presentKept(actor: Actor, row: KeptRow, today: string, near: boolean): TemplateSummary {
  const { whyItHelps, minutes, prompts } = row.outline;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    language: row.language,
    whyItHelps,
    minutes,
    prompts,
    tags: row.tags,
    shelf: row.shelf,
    author: row.author,
    source: row.source,
    licence: row.licence,
    licenceUntilOn: row.licenceUntilOn,
    sharing: sharingRight(row, today),
    reading: row.reading,
    lastCheckedOn: row.lastCheckedOn,
    near,
    may: {
      copy: mayWriteDocuments(actor).allowed,
      change: mayChangeTemplate(actor, row).allowed,
      takeBack: mayTakeTemplateBack(actor, row).allowed,
    },
  };
}

/** One that comes with the product: free to use for good, and changed by nobody here. */
export function presentBuiltIn(actor: Actor, template: BuiltIn, near: boolean): TemplateSummary {
  const { content: _content, ...card } = template;
  return {
    ...card,
    shelf: 'built-in',
    author: null,
    licence: 'product',
    licenceUntilOn: null,
    sharing: 'open',
    near,
    may: { copy: mayWriteDocuments(actor).allowed, change: false, takeBack: false },
  };
}
