import type { TemplateRef, Type } from '@angular/core';
import type { Document, DocumentKind, ReviewedKind } from '@common-ground/contract';
import type { Words } from '@common-ground/web/platform';
import { toldByParts } from '../writing/told-by-parts';
import type { Entry } from '../writing/written';
import { TOLD_WORKSHEET } from './worksheet/told';

/** Something that stands beside a part of a document, by the part's id. */
export type Beside = TemplateRef<{ readonly $implicit: string }> | null;

/** What a piece of a document is called when it is spoken of apart from its page. Names are keys of words. */
export interface Told {
  nameOfField(field: string): string;
  nameOfEntry(list: string, entry: Entry): string;
  lines(list: string, entry: Entry, words: Words): readonly string[];
}

/** The pages of one kind. Each is fetched when it is opened: reading a plan brings no editor along. */
export interface KindPages {
  /** Where its drafts are saved, below `/api`. */
  readonly path: string;
  readonly told: Told;
  /** Takes `beside` and `family`, and finds the desk in its surroundings. */
  editor(): Promise<Type<unknown>>;
  /** Takes `content` and `beside`. */
  paper(): Promise<Type<unknown>>;
  /** As the family meets it on a phone. */
  preview(): Promise<Type<unknown>>;
  previewInputs(document: Document): Record<string, unknown>;
}

const used = async (): Promise<Type<unknown>> => (await import('../drafting/used-preview')).UsedPreview;
const whole = (document: Document): Record<string, unknown> => ({ document });

export const KIND_PAGES: { readonly [K in DocumentKind]: KindPages } = {
  worksheet: {
    path: 'worksheets',
    told: TOLD_WORKSHEET,
    editor: async () => (await import('./worksheet/editor/worksheet-editor')).WorksheetEditor,
    paper: async () => (await import('./worksheet/reader/worksheet-paper')).WorksheetPaper,
    preview: async () => (await import('./worksheet/reader/family-preview')).FamilyPreview,
    previewInputs: ({ title, content }) => ({ title, content }),
  },
  'role-play-script': {
    path: 'role-play-scripts',
    told: toldByParts('role-play-script'),
    editor: async () => (await import('./role-play-script/editor/script-editor')).ScriptEditor,
    paper: async () => (await import('./role-play-script/reader/script-paper')).ScriptPaper,
    preview: used,
    previewInputs: whole,
  },
  'boundary-plan': {
    path: 'boundary-plans',
    told: toldByParts('boundary-plan'),
    editor: async () => (await import('./boundary-plan/editor/boundary-plan-editor')).BoundaryPlanEditor,
    paper: async () => (await import('./boundary-plan/reader/boundary-plan-paper')).BoundaryPlanPaper,
    preview: used,
    previewInputs: whole,
  },
  'support-plan': {
    path: 'support-plans',
    told: toldByParts('support-plan'),
    editor: async () => (await import('./support-plan/editor/support-plan-editor')).SupportPlanEditor,
    paper: async () => (await import('./support-plan/reader/support-plan-paper')).SupportPlanPaper,
    preview: used,
    previewInputs: whole,
  },
};

/** What a kind looks like on paper, to be judged. */
export function paperOf(kind: ReviewedKind): Promise<Type<unknown>> {
  return kind === 'hour-plan' ? hourPlanPaper() : KIND_PAGES[kind].paper();
}

async function hourPlanPaper(): Promise<Type<unknown>> {
  return (await import('./hour-plan/reader/hour-plan-paper')).HourPlanPaper;
}
