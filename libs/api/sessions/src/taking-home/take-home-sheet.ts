import type { DocumentToPrint } from '@common-ground/api/documents';
import type { ActionField, Block, Language } from '@common-ground/contract';
import type { OwnPageRow } from './taking-home.repository';

interface Words {
  readonly title: (day: string) => string;
  readonly decision: string;
  readonly actions: string;
  readonly fields: Readonly<Record<Exclude<ActionField, 'who' | 'what'>, string>>;
  readonly helped: string;
  readonly next: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (day) => `What we agreed on, ${day}`,
    decision: 'What we decided',
    actions: 'Who does what',
    fields: {
      when: 'When',
      howOften: 'How often',
      howWeWillKnow: 'How we will know',
      ifItSlips: 'If it slips',
    },
    helped: 'One thing that helped',
    next: 'We meet again',
  },
  es: {
    title: (day) => `Lo que acordamos, ${day}`,
    decision: 'Lo que decidimos',
    actions: 'Quién hace qué',
    fields: {
      when: 'Cuándo',
      howOften: 'Con qué frecuencia',
      howWeWillKnow: 'Cómo lo sabremos',
      ifItSlips: 'Si un día no sale',
    },
    helped: 'Una cosa que ayudó',
    next: 'Nos volvemos a ver',
  },
};
const FIELDS = ['when', 'howOften', 'howWeWillKnow', 'ifItSlips'] as const;

/** One person's page of an hour on paper, in their language; what is not on the page is not on the paper. */
export function takeHomeSheet(
  { content, startsAt, timeZone, noticeWithShare }: OwnPageRow,
  { language, displayName }: { readonly language: Language; readonly displayName: string },
): Omit<DocumentToPrint, 'safety' | 'printedOn'> {
  const words = WORDS[language];
  const blocks: Block[] = [];
  const say = (title: string, ...texts: readonly string[]): void => {
    const said = texts.filter((text) => text.trim() !== '');
    if (said.length === 0) return;
    blocks.push({ kind: 'section', id: `section-${blocks.length}`, title });
    for (const text of said) blocks.push({ kind: 'guidance', id: `text-${blocks.length}`, text });
  };
  say(words.decision, content.decision);
  say(
    words.actions,
    ...content.actions.map((action) =>
      [
        `${action.who}: ${action.what}`,
        ...FIELDS.filter((field) => action[field] !== '').map(
          (field) => `${words.fields[field]}: ${action[field]}`,
        ),
      ].join('\n'),
    ),
  );
  say(words.helped, content.helped);
  if (content.nextOn !== null) say(words.next, dayOf(`${content.nextOn}T12:00:00Z`, 'UTC', language));
  return {
    kind: 'worksheet',
    title: words.title(dayOf(startsAt, timeZone, language)),
    content: { format: 1, language, whyItHelps: '', whenAndWhere: '', minutes: null, blocks },
    preparedFor: displayName,
    noticeWithShare,
    versionNumber: null,
    isRecord: true,
  };
}

function dayOf(moment: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(moment));
}
