import {
  cleanText,
  LANGUAGES,
  LIMITS,
  type Language,
  type RolePlayScriptContent,
} from '@common-ground/contract';
import { FOUNTAIN_FORMAT } from './notation';
import { ReadScript } from './read-script';

/** Something of a file that did not become part of the script as it stood, and where. */
export interface Unread {
  readonly line: number;
  readonly code: 'not-understood' | 'shortened' | 'too-many';
  readonly words: string;
}

export interface ReadFountain {
  readonly title: string;
  readonly content: RolePlayScriptContent;
  readonly unread: readonly Unread[];
}

const TITLE_KEYS = [
  'title',
  'credit',
  'author',
  'authors',
  'source',
  'notes',
  'draft date',
  'date',
  'contact',
  'copyright',
  'revision',
  'format',
  'language',
];
/** What a scene of a screenplay begins with. */
const HEADING = /^(?:INT|EXT|EST|I\/E|INT\.?\/EXT)[. ]/iu;
/** Sections, synopses, centred words and transitions, lyrics: a rehearsal has no place for them. */
const ELSEWHERE = /^[#=>~]/u;
const LONGEST_NAME = LIMITS.name;

/**
 * Reads Fountain (fountain.io): a script that was printed here comes back as it was, and of any other screenplay what
 * a rehearsal needs, with everything else named by its line. Goes over the text once, whatever it is.
 */
export function parseFountain(text: string, language: Language): ReadFountain {
  const lines = withoutBoneyard(cleanText(text).replace(/^\uFEFF/u, '')).split(/\r\n|\n|\r/u);
  const page = titlePage(lines);
  const spoken = LANGUAGES.find((one) => one === page.values.get('language'));
  const isOurs = page.values.get('format') === FOUNTAIN_FORMAT;
  const script = new ReadScript(spoken ?? language, isOurs, page.values.get('title') ?? '');
  let isAfterBlank = true;
  for (let at = page.end; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    const place = at + 1;
    if (line.startsWith('[[')) {
      const note = noteFrom(lines, at);
      script.note(note.words, place);
      at = note.end;
      continue;
    }
    if (line === '') script.pause();
    else if (script.isSpeaking) script.say(line, place);
    else if (ELSEWHERE.test(line) || isTransition(line)) script.miss(place, line);
    else if (line.startsWith('@')) script.speaker(line.slice(1), place);
    else if (isHeading(line)) script.heading(line.replace(/^\./u, ''), place);
    else if (isAfterBlank && isCue(line) && (lines[at + 1] ?? '').trim() !== '') script.speaker(line, place);
    else script.action(line.replace(/^!/u, ''), place);
    isAfterBlank = line === '';
  }
  return script.finish();
}

function isTransition(line: string): boolean {
  return line.endsWith('TO:') && line === line.toUpperCase();
}

function isHeading(line: string): boolean {
  return (line.startsWith('.') && !line.startsWith('..')) || HEADING.test(line);
}

/** A name in capitals; what ends in a colon is a transition. */
function isCue(line: string): boolean {
  if (line.length > LONGEST_NAME || line.startsWith('!') || /[:.?]$/u.test(line)) return false;
  const name = line.replace(/\([^()]*\)/gu, '');
  return /\p{Lu}/u.test(name) && name === name.toUpperCase();
}

/** What stands between the signs of a boneyard is not there; its lines are, so that the others keep their numbers. */
function withoutBoneyard(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('/*', from);
    const end = start < 0 ? -1 : text.indexOf('*/', start + 2);
    if (end < 0) break;
    kept.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]+/gu, ''));
    from = end + 2;
  }
  return kept.join('') + text.slice(from);
}

function titlePage(lines: readonly string[]): { values: ReadonlyMap<string, string>; end: number } {
  const values = new Map<string, string>();
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at < 0) return { values, end: lines.length };
  const begin = at;
  let key = '';
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') break;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (/^\s/u.test(line) && key !== '') values.set(key, `${values.get(key) ?? ''} ${line.trim()}`.trim());
    else if (TITLE_KEYS.includes(name)) {
      key = name;
      values.set(key, line.slice(colon + 1).trim());
    } else break;
  }
  return { values, end: values.size === 0 ? begin : at };
}

/** A note may go over several lines, but over none that is empty. */
function noteFrom(lines: readonly string[], from: number): { words: string; end: number } {
  const words: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '') return { words: words.join('\n').slice(2), end: at - 1 };
    words.push(line);
    if (line.endsWith(']]')) return { words: words.join('\n').slice(2, -2), end: at };
  }
  return { words: words.join('\n').slice(2), end: lines.length };
}
