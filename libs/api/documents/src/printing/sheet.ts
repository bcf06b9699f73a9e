import type {
  AnswerValue,
  ContentOfKind,
  DocumentContent,
  DocumentKind,
  Language,
  NoticeWithShare,
  PaperForm,
  PaperWishes,
  SafetyCard,
} from '@common-ground/contract';
import { itemCodes, rulesOf } from '@common-ground/rules/content';
import { BOUNDARY_PLAN_ON_PAPER } from '../kinds/boundary-plan/boundary-plan-on-paper';
import { ROLE_PLAY_SCRIPT_ON_PAPER } from '../kinds/role-play-script/role-play-script-on-paper';
import { SUPPORT_PLAN_ON_PAPER } from '../kinds/support-plan/support-plan-on-paper';
import { WORKSHEET_ON_PAPER } from '../kinds/worksheet/worksheet-on-paper';
import { phoneSquare } from './phone-square';
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
  /** How it is wanted; a sheet in standard type when left out. */
  readonly wishes?: PaperWishes | undefined;
  /** Where a phone finds the same; left out where it does not. */
  readonly phoneAddress?: string | undefined;
}

export type Paper = 'a4' | 'us-letter';

interface Phone {
  readonly label: string;
  readonly address: string;
  readonly square: string;
  readonly alt: string;
}

/** In points. */
interface TypeSizes {
  readonly body: number;
  readonly small: number;
  readonly foot: number;
}

const STANDARD: TypeSizes = { body: 11, small: 10, foot: 9 };
/** Large print begins at eighteen points, and nothing on the page is smaller. */
const LARGE: TypeSizes = { body: 18, small: 18, foot: 18 };
/** A card is read from some steps away, so its type is as large as its words leave room for. */
const CARDS: readonly { readonly most: number; readonly type: TypeSizes }[] = [
  { most: 300, type: { body: 14, small: 11, foot: 8 } },
  { most: 550, type: { body: 12, small: 10, foot: 8 } },
  { most: Infinity, type: { body: 10, small: 9, foot: 8 } },
];
const ROOM_IN_LARGE_TYPE = 0.35;
const ROOM_ON_A_CARD = 0.4;
const ROOM_IN_A_BOOKLET = 0.45;
/** Half a sheet of each paper. */
const HALF = { a4: 'a5', 'us-letter': 'us-statement' } as const satisfies { [P in Paper]: string };

/** Everything the typesetter needs, as plain values: it decides nothing and knows no language. */
export interface Sheet {
  readonly language: Language;
  readonly paper: Paper | (typeof HALF)[Paper];
  readonly isCard: boolean;
  /** One page of a booklet: half a sheet, two of which stand side by side in the end. */
  readonly isHalf: boolean;
  readonly type: TypeSizes;
  readonly room: number;
  /** A page before all others that says nothing of what they are about. */
  readonly cover: { readonly title: string; readonly note: string } | null;
  /** What the file calls itself, which the display of a printer shows to everybody. */
  readonly fileTitle: string;
  readonly phone: Phone | null;
  readonly codesNote: string;
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
  const isRecord = print.isRecord === true;
  const { type, cover, form } = print.wishes ?? AS_EVER;
  const isCard = form === 'card';
  const isHalf = form === 'booklet';
  const paper = print.paper ?? 'a4';
  // A collection from several documents has no parts of its own that could be looked up.
  const codes = isRecord ? new Map<string, string>() : itemCodes(kind, content);
  const room =
    (type === 'large' ? ROOM_IN_LARGE_TYPE : 1) * (isCard ? ROOM_ON_A_CARD : isHalf ? ROOM_IN_A_BOOKLET : 1);
  const setting = { words, language, answers, isRecord, codes, room };
  const onPaper = onPaperAs(kind);
  const pieces = (isCard ? onPaper.card?.(content, setting) : null) ?? onPaper.pieces(content, setting);
  const untitled = kind === 'worksheet' ? words.untitled : words.untitledDocument;

  return {
    language,
    paper: isCard ? 'a5' : isHalf ? HALF[paper] : paper,
    isCard,
    isHalf,
    type: type === 'large' ? LARGE : isCard ? typeOfCard(pieces) : STANDARD,
    room,
    cover: cover === 'plain' ? { title: words.coverTitle, note: words.coverNote } : null,
    fileTitle: cover === 'plain' ? words.coverTitle : line(print.title) || untitled,
    phone: isCard || print.phoneAddress === undefined ? null : phoneOf(print.phoneAddress, words),
    codesNote: pieces.some(hasCode) ? words.codesNote : '',
    printedOn: print.printedOn.split('-').map(Number),
    title: line(print.title) || untitled,
    running: line(print.title, 80) || untitled,
    facts: isCard ? [] : onPaper.facts(content, setting).filter(({ text }) => text !== ''),
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
    notices: isCard ? [] : noticesOf(print.noticeWithShare ?? null, words, language),
    footer: [
      whose === '' ? '' : words.preparedFor(line(whose, 60)),
      versionNumber === null ? words.draft : words.version(versionNumber),
      longDay(print.printedOn, language),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    page: words.page,
    gaps: words.gaps,
    pieces,
  };
}

const AS_EVER: PaperWishes = { type: 'standard', cover: 'none', form: 'sheet' };

function typeOfCard(pieces: readonly Piece[]): TypeSizes {
  const entries = pieces.flatMap((piece) => (piece.sort === 'part' ? piece.entries : []));
  const lines = entries.flatMap((entry) => entry.lines.flatMap(({ text }) => text.paragraphs.flat()));
  const letters = lines.join('').length;
  return CARDS.find(({ most }) => letters <= most)?.type ?? STANDARD;
}

function hasCode(piece: Piece): boolean {
  if (piece.sort === 'prompt') return piece.code !== '';
  return piece.sort === 'part' && piece.entries.some(({ code }) => code !== '');
}

function phoneOf(address: string, words: PrintedWords): Phone {
  return { label: words.onAPhone, address, square: phoneSquare(address), alt: words.phoneSquare(address) };
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

/** Whether a kind comes in this form. */
export function hasForm(kind: DocumentKind, form: PaperForm): boolean {
  const onPaper = onPaperAs(kind);
  return form === 'sheet' || (form === 'card' ? onPaper.card !== undefined : onPaper.booklet === true);
}

/** The name a printed document has on disk: its kind at most, since a shared computer's folder shows it to everybody. */
export function fileNameOf(kind: DocumentKind): string {
  return ON_PAPER[kind].fileName;
}

/** A document's content is of its own kind. */
function onPaperAs(kind: DocumentKind): KindOnPaper<DocumentContent> {
  return ON_PAPER[kind];
}
