import { Query, type PipeTransform } from '@nestjs/common';
import {
  cleanText,
  DOCUMENT_KINDS,
  LANGUAGES,
  LIMITS,
  RIGHT_ENDS,
  SHELVES,
  type DocumentKind,
  type Language,
  type RightEnds,
  type Shelf,
} from '@common-ground/contract';
import { optionIn, Refusal } from '@common-ground/api/platform';

/** What somebody looks for in the library; null where they do not mind. */
export interface TemplateSearch {
  readonly words: string;
  readonly kind: DocumentKind | null;
  readonly language: Language | null;
  readonly tag: string | null;
  readonly shelf: Shelf | null;
  readonly ends: RightEnds | null;
}

class TemplateSearchPipe implements PipeTransform<unknown, TemplateSearch> {
  transform(value: unknown): TemplateSearch {
    const asked = (value ?? {}) as Readonly<Record<string, unknown>>;
    return {
      words: text(asked, 'q', LIMITS.search) ?? '',
      kind: optionIn(asked, 'kind', DOCUMENT_KINDS),
      language: optionIn(asked, 'language', LANGUAGES),
      tag: text(asked, 'tag', LIMITS.tag),
      shelf: optionIn(asked, 'shelf', SHELVES),
      ends: optionIn(asked, 'ends', RIGHT_ENDS),
    };
  }
}

/** `q`, `kind`, `language`, `tag`, `shelf` and `ends` of the query. */
export const SearchedFor = (): ParameterDecorator => Query(new TemplateSearchPipe());

function text(asked: Readonly<Record<string, unknown>>, name: string, most: number): string | null {
  const value = asked[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string' || value.length > most)
    throw Refusal.field(name, 'not-a-search', `${name} must be a text of at most ${most} characters.`);
  return cleanText(value).trim();
}
