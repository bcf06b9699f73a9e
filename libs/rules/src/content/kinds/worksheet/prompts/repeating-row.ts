import { LIMITS, type AnswerRow, type Column } from '@common-ground/contract';
import { partsFault } from './parts';
import {
  isBlankText,
  isPartsOf,
  type AnswerFault,
  type BlockConcern,
  type PromptRules,
} from './prompt-rules';

export const REPEATING_ROW: PromptRules<'repeating-row'> = {
  blank: (id) => ({ rowsFor: 'person', columns: [{ id: `${id}-1`, label: '', sort: 'text', choices: [] }] }),
  halfMinutes: () => 6,
  concerns: ({ columns }) => {
    const found: BlockConcern[] = [];
    if (columns.length === 0) found.push(['columns', 'too-few-columns', true]);
    const ids = new Set<string>();
    columns.forEach((column, at) => {
      if (isBlankText(column.label)) found.push([`columns.${at}.label`, 'column-empty', true]);
      if (ids.has(column.id)) found.push([`columns.${at}.id`, 'choice-id-repeated', true]);
      ids.add(column.id);
      if (column.sort === 'choice' && column.choices.filter(({ label }) => !isBlankText(label)).length < 2) {
        found.push([`columns.${at}.choices`, 'too-few-choices', true]);
      }
    });
    return found;
  },
  words: ({ columns }) =>
    columns.flatMap((column) => [column.label, ...choicesIn(column).map(({ label }) => label)]),
  marks: ({ rowsFor, columns }) => [`(${rowsFor}: ${columns.map(({ sort }) => sort).join(', ')})`],
  fault: (prompt, value) => partsFault(value, { rows: (row) => rowFault(prompt.columns, row) }),
  mayStayOpen: () => false,
  tests: ['answered'],
  room: ({ rowsFor, columns }) => [{ sort: 'table', rowsFor, columns }],
  says: ({ columns }, value) => ({
    sort: 'rows',
    columns: columns.map(({ label }) => label),
    rows: (isPartsOf(value) ? (value.rows ?? []) : []).map(({ name, cells }) => ({
      name,
      cells: columns.map((column) => saysCell(column, cells[column.id] ?? '')),
    })),
  }),
};

function choicesIn({ sort, choices }: Column): Column['choices'] {
  return sort === 'choice' ? choices : [];
}

function saysCell(column: Column, cell: string): string {
  return column.sort === 'choice' ? (column.choices.find(({ id }) => id === cell)?.label ?? '') : cell;
}

function rowFault(columns: readonly Column[], { cells }: AnswerRow): AnswerFault | null {
  for (const [id, cell] of Object.entries(cells)) {
    const column = columns.find((one) => one.id === id);
    if (column === undefined) return 'wrong-sort';
    if (cell.length > LIMITS.line) return 'too-long';
    if (cell === '') continue;
    if (column.sort === 'choice' && !column.choices.some((choice) => choice.id === cell))
      return 'not-a-choice';
    if (column.sort === 'scale' && !/^(?:\d|10)$/u.test(cell)) return 'not-0-to-10';
  }
  return null;
}
