import type { ActionField, InvolvementRecord, Language, Relation, RunEnd } from '@common-ground/contract';

interface Words {
  readonly title: string;
  readonly hour: string;
  readonly lasted: (day: string, from: string, to: string, minutes: number) => string;
  readonly ends: Readonly<Record<RunEnd, string>>;
  readonly purpose: string;
  readonly led: string;
  readonly people: string;
  readonly nobody: string;
  readonly entries: string;
  readonly untitled: string;
  readonly decision: string;
  readonly actions: string;
  readonly fields: Readonly<Record<Exclude<ActionField, 'who' | 'what'>, string>>;
  readonly next: string;
  readonly relations: Readonly<Record<Relation, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Record of family involvement',
    hour: 'The session',
    lasted: (day, from, to, minutes) => `${day}, ${from} to ${to}, ${minutes} minutes`,
    ends: { closed: 'Closed together.', stopped: 'Stopped before its time.' },
    purpose: 'What it was for',
    led: 'Staff',
    people: 'Who took part',
    nobody: 'Nobody of the family.',
    entries: 'What was reached',
    untitled: 'A part without a title',
    decision: 'What was decided',
    actions: 'What was agreed',
    fields: {
      when: 'When',
      howOften: 'How often',
      howWeWillKnow: 'How it will be known',
      ifItSlips: 'If it slips',
    },
    next: 'Next session',
    relations: {
      client: 'client',
      mother: 'mother',
      father: 'father',
      parent: 'parent',
      brother: 'brother',
      sister: 'sister',
      partner: 'partner',
      son: 'son',
      daughter: 'daughter',
      grandparent: 'grandparent',
      relative: 'relative',
      friend: 'friend',
      peer: 'peer',
      sponsor: 'sponsor',
      other: 'someone close',
    },
  },
  es: {
    title: 'Registro de participación de la familia',
    hour: 'La sesión',
    lasted: (day, from, to, minutes) => `${day}, de ${from} a ${to}, ${minutes} minutos`,
    ends: { closed: 'Se cerró en conjunto.', stopped: 'Se detuvo antes de tiempo.' },
    purpose: 'Para qué fue',
    led: 'Personal',
    people: 'Quiénes participaron',
    nobody: 'Nadie de la familia.',
    entries: 'A qué se llegó',
    untitled: 'Una parte sin título',
    decision: 'Lo que se decidió',
    actions: 'Lo que se acordó',
    fields: {
      when: 'Cuándo',
      howOften: 'Con qué frecuencia',
      howWeWillKnow: 'Cómo se sabrá',
      ifItSlips: 'Si un día no sale',
    },
    next: 'Próxima sesión',
    relations: {
      client: 'paciente',
      mother: 'madre',
      father: 'padre',
      parent: 'madre o padre',
      brother: 'hermano',
      sister: 'hermana',
      partner: 'pareja',
      son: 'hijo',
      daughter: 'hija',
      grandparent: 'abuela o abuelo',
      relative: 'familiar',
      friend: 'amistad',
      peer: 'compañera o compañero',
      sponsor: 'madrina o padrino',
      other: 'persona cercana',
    },
  },
};
const FIELDS = ['when', 'howOften', 'howWeWillKnow', 'ifItSlips'] as const;

export interface InvolvementSection {
  readonly title: string;
  readonly texts: readonly string[];
}

export function involvementTitle(language: Language): string {
  return WORDS[language].title;
}

/** The record section by section, as it goes into the chart; whoever chooses what stands in it sees the same. */
export function involvementSections(
  record: InvolvementRecord,
  language: Language,
): readonly InvolvementSection[] {
  const words = WORDS[language];
  const at = (moment: string, style: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...style, timeZone: record.timeZone }).format(new Date(moment));
  const [from, to] = [record.begunAt, record.endedAt].map((moment) => at(moment, { timeStyle: 'short' }));
  const day = at(record.begunAt, { dateStyle: 'long' });
  const people = record.people.map(
    ({ displayName, relation }) => `${displayName}, ${words.relations[relation]}`,
  );
  const titles = record.entries.map(({ title }) => title.trim() || words.untitled);
  const next =
    record.nextOn === null
      ? []
      : [
          new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
            new Date(`${record.nextOn}T12:00:00Z`),
          ),
        ];
  return [
    {
      title: words.hour,
      texts: [`${words.lasted(day, from ?? '', to ?? '', record.minutes)}. ${words.ends[record.end]}`],
    },
    { title: words.purpose, texts: [record.purpose] },
    { title: words.led, texts: [record.staff.map(({ displayName }) => displayName).join(', ')] },
    { title: words.people, texts: [people.length === 0 ? words.nobody : people.join('\n')] },
    { title: words.entries, texts: [titles.join('\n')] },
    { title: words.decision, texts: [record.decision] },
    {
      title: words.actions,
      texts: record.actions.map((action) =>
        [
          `${action.who}: ${action.what}`,
          ...FIELDS.filter((field) => action[field] !== '').map(
            (field) => `${words.fields[field]}: ${action[field]}`,
          ),
        ].join('\n'),
      ),
    },
    { title: words.next, texts: next },
  ]
    .map(({ title, texts }) => ({ title, texts: texts.filter((text) => text.trim() !== '') }))
    .filter(({ texts }) => texts.length > 0);
}

/** The record of an hour as text, to be put into a chart elsewhere; the notice of a Part 2 family goes along. */
export function involvementText(
  record: InvolvementRecord,
  language: Language,
  notice: string | null,
): string {
  const parts = involvementSections(record, language).map(({ title, texts }) => [title, ...texts].join('\n'));
  return [involvementTitle(language), ...parts, ...(notice === null ? [] : [notice])].join('\n\n');
}
