import type { Document } from '@common-ground/contract';
import type { Step, Words } from '@common-ground/web/platform';

/** The way up from a document: by its family, or by the library when it is for nobody yet. */
export function trailOf(document: Document | null, words: Words, withDocument = false): readonly Step[] {
  if (document === null) return [];
  const families = { words: words.say('documents.trail.families'), link: '/app/families' };
  const library = { words: words.say('documents.trail.library'), link: '/app/library' };
  const { family } = document;
  const up = family ? [families, { words: family.name, link: `/app/families/${family.id}` }] : [library];
  return withDocument ? [...up, { words: document.title, link: `/app/docs/${document.id}` }] : up;
}
