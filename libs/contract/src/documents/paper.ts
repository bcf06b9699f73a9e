export const TYPE_SIZES = ['standard', 'large'] as const;
export type TypeSize = (typeof TYPE_SIZES)[number];

export const PAPER_COVERS = ['none', 'plain'] as const;
export type PaperCover = (typeof PAPER_COVERS)[number];

/**
 * `card`: what matters most of a boundary plan, small enough for the door of a fridge. `booklet`: a script in half the
 * size, two pages side by side, to be printed on both sides and folded.
 */
export const PAPER_FORMS = ['sheet', 'card', 'booklet'] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** How somebody wants a document on paper; a query of the routes that print. */
export interface PaperWishes {
  readonly type: TypeSize;
  readonly cover: PaperCover;
  readonly form: PaperForm;
}
