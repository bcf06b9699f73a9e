import type {
  AnswerValue,
  ContentOfKind,
  DocumentContent,
  DocumentKind,
  Language,
  NoticeWithShare,
  SafetyCard,
} from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import { BOUNDARY_PLAN_ON_PAPER } from '../kinds/boundary-plan/boundary-plan-on-paper';
import { ROLE_PLAY_SCRIPT_ON_PAPER } from '../kinds/role-play-script/role-play-script-on-paper';
import { SUPPORT_PLAN_ON_PAPER } from '../kinds/support-plan/support-plan-on-paper';
import { WORKSHEET_ON_PAPER } from '../kinds/worksheet/worksheet-on-paper';
import { longDay, textOf, type Fact, type KindOnPaper, type Piece, type Text } from './pieces';
import { line } from './printed-text';
import { PRINTED_WORDS, type PrintedWords } from './printed-words';

const ON_PAPER = {
  worksheet: WORKSHEET_ON_PAPER,
  'role-play-script': ROLE_PLAY_SCRIPT_ON_PAPER,
  'boundary-plan': BOUNDARY_PLAN_ON_PAPER,
  'support-plan': SUPPORT_PLAN_ON_PAPER,
} as const satisfies { [K in DocumentKind]: KindOnPaper<ContentOfKind[K]> };

export interface DocumentToPrint {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: DocumentContent;
  /** Whose paper it is, for the footer: a person's or a family's; who answered, when left out. */
  readonly preparedFor?: string | undefined;
  /** `null` while the document is a draft. */
  readonly versionNumber: number | null;
  /** The day of printing, `YYYY-MM-DD`. */
  readonly printedOn: string;
  /** The language of the printed words around the content; the content's own when left out. */
  readonly language?: Language | undefined;
  /** Worksheets only. Given: an answered sheet, questions without an entry say so. Left out: a blank one with lines to write on. */
  readonly answers?: readonly { readonly promptId: string; readonly value: AnswerValue }[] | undefined;
  /** Who gave the answers. */
  readonly answersOf?: string | undefined;
  /** A collection of what was answered, which nobody is asked to do again: it takes no minutes. */
  readonly isRecord?: boolean | undefined;
  /** What goes along with it in a family under 42 CFR Part 2. */
  readonly noticeWithShare?: NoticeWithShare | null | undefined;
  readonly safety: SafetyCard;
  readonly paper?: Paper | undefined;
}

export type Paper = 'a4' | 'us-letter';

/** Everything the typesetter needs, as plain values: it decides nothing and knows no language. */
export interface Sheet {
  readonly language: Language;
  readonly paper: Paper;
  readonly printedOn: readonly number[];
  readonly title: string;
  readonly running: string;
  readonly facts: readonly Fact[];
  readonly whose: string;
  readonly blanks: readonly string[];
  readonly leaveOut: string;
  readonly safety: {
    readonly title: string;
    readonly note: string;
    readonly lines: readonly { readonly label: string; readonly text: string }[];
  };
  /** Titles and paragraphs; nothing where no notice goes along. */
  readonly notices: readonly { readonly title: string; readonly text: Text }[];
  readonly footer: string;
  readonly page: string;
  readonly gaps: string;
  readonly pieces: readonly Piece[];
}

export function sheetOf(print: DocumentToPrint): Sheet {
  const { kind, content, safety, versionNumber } = print;
  const language = print.language ?? content.language;
  const words = PRINTED_WORDS[language];
  const whose = print.preparedFor ?? print.answersOf ?? '';
  // A plan asks nothing on paper, so nobody's answers stand on it, and it does not say that they do.
  const asks = rulesOf(kind).outline(content).prompts > 0;
  const answers = asks
    ? print.answers && new Map(print.answers.map(({ promptId, value }) => [promptId, value]))
    : undefined;
  const setting = { words, language, answers, isRecord: print.isRecord === true };
  const onPaper = onPaperAs(kind);
  const untitled = kind === 'worksheet' ? words.untitled : words.untitledDocument;

  return {
    language,
    paper: print.paper ?? 'a4',
    printedOn: print.printedOn.split('-').map(Number),
    title: line(print.title) || untitled,
    running: line(print.title, 80) || untitled,
    facts: onPaper.facts(content, setting).filter(({ text }) => text !== ''),
    whose: answers && print.answersOf ? words.answersOf(line(print.answersOf)) : '',
    blanks: answers || !asks ? [] : [words.nameLine, words.dateLine],
    leaveOut: answers || !asks ? '' : words.leaveOut,
    safety: {
      title: words.safetyTitle,
      note: `${words.safetyNote} ${words.checkedOn(longDay(safety.checkedOn, language))}`,
      lines: [
        { label: words.practice, text: line(`${safety.practicePhone} · ${safety.practiceHours}`) },
        { label: words.emergency, text: line(safety.emergencyNumber) },
        { label: words.crisis, text: line(safety.crisisLine) },
      ],
    },
    notices: noticesOf(print.noticeWithShare ?? null, words, language),
    footer: [
      whose === '' ? '' : words.preparedFor(line(whose, 60)),
      versionNumber === null ? words.draft : words.version(versionNumber),
      longDay(print.printedOn, language),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    page: words.page,
    gaps: words.gaps,
    pieces: onPaper.pieces(content, setting),
  };
}

function noticesOf(
  notice: NoticeWithShare | null,
  words: PrintedWords,
  language: Language,
): Sheet['notices'] {
  if (notice === null) return [];
  const copies = notice.consents.map(({ wording, signature, givenAt }) => ({
    title: words.consentCopy(line(signature), longDay(givenAt.slice(0, 10), language)),
    text: textOf(wording),
  }));
  return [{ title: words.noticeTitle, text: textOf(notice.text) }, ...copies];
}

/** The name a printed document has on disk: its kind at most, since a shared computer's folder shows it to everybody. */
export function fileNameOf(kind: DocumentKind): string {
  return ON_PAPER[kind].fileName;
}

/** A document's content is of its own kind. */
function onPaperAs(kind: DocumentKind): KindOnPaper<DocumentContent> {
  return ON_PAPER[kind];
}
