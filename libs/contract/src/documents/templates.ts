import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import type { DocumentId, FamilyId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import type { Page } from '../lists';
import type { Language, PersonName } from '../people/people';
import type { DocumentContent, DocumentKind } from './document';

/** On which shelf a template stands: only its author’s, its practice’s, or the one that comes with the product. */
export const SHELVES = ['own', 'practice', 'built-in'] as const;
export type Shelf = (typeof SHELVES)[number];
export const KEPT_SHELVES = ['own', 'practice'] as const satisfies readonly Shelf[];
export type KeptShelf = (typeof KEPT_SHELVES)[number];

/**
 * By what right words are used: they come with the product, somebody here wrote them, nobody owns them, their licence
 * lets everybody use them, somebody gave permission, or nobody knows.
 */
export const LICENCES = ['product', 'own-words', 'public-domain', 'open', 'permission', 'unknown'] as const;
export type Licence = (typeof LICENCES)[number];
export const STATED_LICENCES = LICENCES.filter((licence) => licence !== 'product');

/** What can be looked for by its right: what ends within `LIMITS.rightEndsSoon` days, or has ended. */
export const RIGHT_ENDS = ['soon'] as const;
export type RightEnds = (typeof RIGHT_ENDS)[number];

/** Whether what is made from a template can be given to a family today. */
export type SharingRight = 'open' | 'licence-unknown' | 'licence-ended';

/** A template as a card tells of it. */
export interface TemplateSummary {
  /** A uuid, or the lasting name of one that comes with the product. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly language: Language;
  readonly whyItHelps: string;
  readonly minutes: number;
  readonly prompts: number;
  readonly tags: readonly string[];
  readonly shelf: Shelf;
  /** Who keeps it; null for those that come with the product. */
  readonly author: PersonName | null;
  /** Where the idea, the facts or the words come from. */
  readonly source: string;
  readonly licence: Licence;
  readonly licenceUntilOn: string | null;
  readonly sharing: SharingRight;
  /** How hard it is to read; null while there are too few words to tell. */
  readonly reading: {
    readonly formula: 'flesch-kincaid' | 'fernandez-huerta';
    readonly score: number;
    readonly band: 'very-easy' | 'easy' | 'middle' | 'hard' | 'very-hard';
  } | null;
  readonly lastCheckedOn: string;
  /** It has not the very words that were looked for, but some that are spelled much like them. */
  readonly near: boolean;
  readonly may: { readonly copy: boolean; readonly change: boolean; readonly takeBack: boolean };
}

export interface Template extends TemplateSummary {
  readonly content: DocumentContent;
  /** Counts changes of what is said about it; goes out as ETag and comes back as If-Match. */
  readonly revision: number;
}

export interface TemplatePage extends Page<TemplateSummary> {
  /** Everything templates in this language are tagged with, whatever else was asked for. */
  readonly tags: readonly string[];
}

const SOMETHING = /\S/u;

/** What somebody says about a template they keep. */
export class TemplateChange {
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.title)
  title!: string;

  @IsIn(KEPT_SHELVES)
  shelf!: KeptShelf;

  @IsArray()
  @ArrayMaxSize(LIMITS.tags)
  @IsString({ each: true })
  @Matches(SOMETHING, { each: true })
  @Length(1, LIMITS.tag, { each: true })
  tags!: string[];

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  source!: string;

  @IsIn(STATED_LICENCES)
  licence!: Licence;

  /** The last day of the right, where it ends. */
  @IsOptional()
  @IsDay()
  licenceUntilOn?: string;
}

export class NewTemplate extends TemplateChange {
  @IsUUID()
  documentId!: DocumentId;

  /** Words that look like somebody’s name are ordinary words here, says whoever keeps the template. */
  @IsOptional()
  @IsBoolean()
  namesNobody?: boolean;
}

export class CopyTemplate {
  @IsOptional()
  @IsUUID()
  familyId?: FamilyId;
}
