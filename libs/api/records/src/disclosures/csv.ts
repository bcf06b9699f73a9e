import type { Disclosure } from '@common-ground/contract';

const COLUMNS = [
  'at',
  'kind',
  'title',
  'to',
  'relation',
  'purpose',
  'consent version',
  'until',
  'taken back at',
];

/** The accounting as a table for a spreadsheet (RFC 4180). Times in UTC. */
export function csvOf(disclosures: readonly Disclosure[]): string {
  const lines = disclosures.map(({ at, kind, title, to, consent, revokedAt }) => [
    at,
    kind,
    title ?? '',
    to.displayName,
    to.relation,
    consent?.purpose ?? '',
    consent?.wordingVersion ?? '',
    consent?.untilOn ?? '',
    revokedAt ?? '',
  ]);
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * A cell that a spreadsheet takes for text. What begins like a formula, also behind white space, gets an apostrophe in
 * front: people's names and purposes are typed by somebody, and a table is opened by somebody else.
 */
export function cell(text: string): string {
  const isFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text);
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
