import type { Room, SpokenAnswer, SpokenLine } from '@common-ground/rules/content';
import { textOf, type Space } from '../../printing/pieces';
import { line } from '../../printing/printed-text';
import type { PrintedWords } from '../../printing/printed-words';

/** How many empty rows a table has on a blank sheet, for as many people or things as most will think of. */
const BLANK_ROWS = 4;

/** Room to answer by hand where a prompt asks for several things. */
export function roomOnPaper(rooms: readonly Room[], words: PrintedWords): Space {
  return { sort: 'several', spaces: rooms.flatMap((room) => spacesFor(room, words)) };
}

function spacesFor(room: Room, words: PrintedWords): Space[] {
  switch (room.sort) {
    case 'text':
      return [{ sort: 'text', text: textOf(room.text) }];
    case 'field':
      return [fieldOn(room, words)];
    case 'steps':
      return [
        ...room.steps.map(({ label, seconds }): Space => ({
          sort: 'caption',
          text: words.timedStep(line(label), seconds),
        })),
        { sort: 'caption', text: words.rounds(room.rounds) },
      ];
    case 'answers':
      return [
        marksOf(
          'box',
          room.answers.map((answer) => words.answers[answer]),
        ),
      ];
    case 'marks':
      return [
        ...(room.group === '' ? [] : [{ sort: 'caption', text: line(room.group) } as const]),
        marksOf(
          room.shape,
          room.labels.map((label) => line(label)),
        ),
      ];
    case 'table': {
      const days = room.rowsFor === 'day' ? words.weekdays : null;
      const columns = room.columns.map(({ label, sort, choices }) =>
        [
          line(label),
          sort === 'scale' ? '0–10' : '',
          sort === 'choice' ? choices.map((one) => line(one.label)).join(' / ') : '',
        ]
          .filter((part) => part !== '')
          .join(': '),
      );
      const names = days ?? Array.from({ length: BLANK_ROWS }, () => '');
      return [
        {
          sort: 'table',
          columns: [words.rowsFor[room.rowsFor], ...columns],
          rows: names.map((name) => [name, ...columns.map(() => '')]),
        },
      ];
    }
  }
}

function fieldOn({ part, text }: SpokenLine, words: PrintedWords): Space {
  return { sort: 'field', label: words.parts[part], text: text.trim() === '' ? null : textOf(text) };
}

function marksOf(shape: 'box' | 'number', labels: readonly string[]): Space {
  return { sort: 'marks', shape, marks: labels.map((label) => ({ label, marked: false, said: '' })) };
}

/** What was answered to a prompt that asks for several things. */
export function saidOnPaper(said: SpokenAnswer, words: PrintedWords): Space {
  switch (said.sort) {
    case 'choices':
      return {
        sort: 'several',
        spaces: [
          {
            sort: 'marks',
            shape: 'box',
            marks: said.labels.map((label) => ({ label: line(label), marked: true, said: words.chosen })),
          },
          ...(said.lines ?? []).map((one) => fieldOn(one, words)),
        ],
      };
    case 'ranked':
      return {
        sort: 'text',
        text: textOf(said.labels.map((label, at) => `${at + 1}. ${line(label)}`).join('\n')),
      };
    case 'sentence':
      return {
        sort: 'text',
        text: textOf(said.lines.map(({ part, text }) => `${words.parts[part]} ${text}`).join('\n')),
      };
    case 'lines':
      return { sort: 'several', spaces: said.lines.map((one) => fieldOn(one, words)) };
    case 'as-given':
      return {
        sort: 'several',
        spaces: [{ sort: 'said', text: words.asGiven }, ...said.lines.map((one) => fieldOn(one, words))],
      };
    case 'rows':
      return {
        sort: 'table',
        columns: ['', ...said.columns.map((label) => line(label))],
        rows: said.rows.map(({ name, cells }) => [name, ...cells].map((cell) => line(cell) || '–')),
      };
    case 'read':
    case 'done':
    case 'skipped':
      return { sort: 'said', text: words.answers[said.sort] };
    default:
      return { sort: 'said', text: words.noAnswer };
  }
}
