import { BUILT_IN_TEMPLATES, rulesOf, type BuiltIn } from '@common-ground/rules/content';

const BY_ID = new Map(BUILT_IN_TEMPLATES.map((template) => [template.id, template]));

export function builtInNamed(id: string): BuiltIn | null {
  return BY_ID.get(id) ?? null;
}

/**
 * What comes with the product, as the search is handed it: in the order of the shelf, with every word of the contents.
 * It is written once for the life of the process.
 */
export const BUILT_IN_SHELF = JSON.stringify(
  BUILT_IN_TEMPLATES.map(({ id, kind, title, language, tags, whyItHelps, content }) => ({
    id,
    kind,
    title,
    language,
    tags,
    why: whyItHelps,
    words: rulesOf(kind)
      .texts('', content)
      .map(({ text }) => text)
      .join('\n'),
  })),
);
