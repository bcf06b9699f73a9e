import {
  ENTRY_ID,
  LIMITS,
  type DebriefQuestion,
  type Language,
  type ScriptEnding,
  type ScriptRole,
  type ScriptTurn,
} from '@common-ground/contract';
import {
  blankBranch,
  blankDebriefQuestion,
  blankEnding,
  blankRole,
  blankRolePlayScript,
  blankTurn,
} from '../blank';
import { unescaped } from './notation';
import type { ReadFountain, Unread } from './parse';

/** Nobody reads more of them; a file may have one in each of fifty thousand lines. */
const MOST_UNREAD = 200;

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };
type Spoken = Writable<ScriptTurn> & { speaker: string; hasRole: boolean; branches: ScriptTurn['branches'] };
type Worded = 'cue' | 'line' | 'softer' | 'firmer' | 'why';

/** A script while it is read from a file, one line after another. */
export class ReadScript {
  private readonly unread: Unread[] = [];
  private readonly roles: Writable<ScriptRole>[] = [];
  private readonly turns: Spoken[] = [];
  private readonly endings: ScriptEnding[] = [];
  private readonly debrief: DebriefQuestion[] = [];
  private readonly ids = new Set<string>();
  private readonly fields = { scene: '', goal: '', pauseWord: '', optOut: '' };
  /** The turn whose words are being read. */
  private turn: Spoken | null = null;
  /** What happens before the next turn, and where that was said. */
  private before = { words: '', line: 0 };

  constructor(
    private readonly language: Language,
    private readonly isOurs: boolean,
    private title: string,
  ) {
    this.title = this.fit(plain(title), LIMITS.title, 1);
  }

  get isSpeaking(): boolean {
    return this.turn !== null;
  }

  miss(line: number, words: string, code: Unread['code'] = 'not-understood'): void {
    if (this.unread.length < MOST_UNREAD) this.unread.push({ line, code, words: words.slice(0, 80) });
  }

  /** An empty line ends what somebody says. */
  pause(): void {
    this.turn = null;
  }

  heading(words: string, line: number): void {
    if (this.isOurs) return;
    if (this.turns.length > 0) this.miss(line, words);
    else this.toScene(words, line);
  }

  action(words: string, line: number): void {
    if (this.turns.length === 0) return this.toScene(words, line);
    this.before = { words: joined(this.before.words, plain(words), ' '), line };
  }

  speaker(cue: string, line: number): void {
    if (this.turns.length >= LIMITS.blocks) return this.miss(line, cue, 'too-many');
    const name = plain(cue.replace(/\([^()]*\)|\^$/gu, '')).trim();
    this.turn = { ...blankTurn(''), speaker: this.fit(name, LIMITS.name, line), hasRole: false };
    this.turns.push(this.turn);
    if (this.before.words !== '') this.turn.cue = this.fit(this.before.words, LIMITS.line, line);
    this.before = { words: '', line };
  }

  say(words: string, line: number): void {
    if (this.turn === null) return;
    if (words.includes('[[')) this.miss(line, words);
    const isHow = words.startsWith('(') && words.endsWith(')') && this.turn.line === '';
    const field = isHow ? 'cue' : 'line';
    const said = isHow ? words.slice(1, -1) : words;
    this.turn[field] = this.fit(joined(this.turn[field], plain(said), ' '), LIMITS.line, line);
  }

  note(text: string, line: number): void {
    const colon = text.indexOf(':');
    const [what = '', id = '', to = ''] = (colon < 0 ? text : text.slice(0, colon)).split(' ');
    const words = colon < 0 ? '' : unescaped(text.slice(colon + 1).replace(/^ /u, ''));
    if (!this.isOurs || !this.take(what, id, to, words, line)) this.miss(line, text);
  }

  finish(): ReadFountain {
    const { before } = this;
    if (before.words !== '') this.miss(before.line, before.words);
    const turns = this.turns.map(({ speaker, hasRole, ...turn }) => ({
      ...turn,
      id: turn.id === '' ? this.newId('t') : turn.id,
      roleId: hasRole ? turn.roleId : this.roleNamed(speaker),
    }));
    const { title, language, roles, endings, debrief, unread, fields } = this;
    const content = { ...blankRolePlayScript(language), ...fields, roles, turns, endings, debrief };
    return { title, content, unread };
  }

  /** One of our own notes; false when it is none. */
  private take(what: string, id: string, to: string, words: string, line: number): boolean {
    switch (what) {
      case 'title':
        this.title = this.fit(words, LIMITS.title, line);
        return true;
      case 'scene':
        this.fields.scene = this.fit(words, LIMITS.paragraph, line);
        return true;
      case 'goal':
        this.fields.goal = this.fit(words, LIMITS.line, line);
        return true;
      case 'pause-word':
        this.fields.pauseWord = this.fit(words, LIMITS.name, line);
        return true;
      case 'opt-out':
        this.fields.optOut = this.fit(words, LIMITS.line, line);
        return true;
      case 'role':
        return this.add(this.roles, { ...blankRole(id), name: this.fit(words, LIMITS.name, line) }, line);
      case 'ending':
        return this.add(
          this.endings,
          { ...blankEnding(id), words: this.fit(words, LIMITS.line, line) },
          line,
        );
      case 'debrief':
        return this.add(
          this.debrief,
          { ...blankDebriefQuestion(id), words: this.fit(words, LIMITS.line, line) },
          line,
        );
      default:
        return what.startsWith('role-')
          ? this.takeOfRole(what, id, words, line)
          : this.takeOfTurn(what, id, to, words, line);
    }
  }

  private takeOfRole(what: string, id: string, words: string, line: number): boolean {
    const role = this.roles.find((one) => one.id === id);
    if (role === undefined) return false;
    if (what === 'role-cast') role.castAs = this.fit(words, LIMITS.name, line);
    else if (what === 'role-wants') role.wants = this.fit(words, LIMITS.line, line);
    else if (what === 'role-feels') role.feels = this.fit(words, LIMITS.line, line);
    else if (what === 'role-knows') role.knows = this.fit(words, LIMITS.line, line);
    else return false;
    return true;
  }

  private takeOfTurn(what: string, id: string, to: string, words: string, line: number): boolean {
    const { turn } = this;
    if (turn === null) return false;
    switch (what) {
      case 'turn':
        if (!this.claim(id) || !isIdOrNone(to)) return false;
        turn.id = id;
        turn.roleId = to;
        turn.hasRole = true;
        return true;
      case 'calms-down':
        turn.calmsDown = true;
        return true;
      case 'goes-to':
        if (!isIdOrNone(id)) return false;
        turn.goesTo = id;
        return true;
      case 'if':
        if (turn.branches.length >= LIMITS.branches || !isIdOrNone(to) || !this.claim(id)) return false;
        turn.branches = [
          ...turn.branches,
          { ...blankBranch(id), goesTo: to, ifThey: this.fit(words, LIMITS.line, line) },
        ];
        return true;
      case 'cue':
      case 'line':
      case 'softer':
      case 'firmer':
      case 'why':
        turn[what satisfies Worded] = this.fit(words, LIMITS.line, line);
        return true;
      default:
        return false;
    }
  }

  private add<E extends { readonly id: string }>(list: E[], entry: E, line: number): boolean {
    if (!this.claim(entry.id)) return false;
    if (list.length < LIMITS.entries) list.push(entry);
    else this.miss(line, entry.id, 'too-many');
    return true;
  }

  /** Comments and changes are kept by id, so no id stands for two things. */
  private claim(id: string): boolean {
    if (!ENTRY_ID.test(id) || this.ids.has(id)) return false;
    this.ids.add(id);
    return true;
  }

  private newId(letter: string): string {
    for (let number = 1; ; number += 1) {
      if (this.claim(`${letter}${number}`)) return `${letter}${number}`;
    }
  }

  private roleNamed(name: string): string {
    const known = this.roles.find((role) => role.name.toUpperCase() === name.toUpperCase());
    if (known !== undefined) return known.id;
    if (name === '' || this.roles.length >= LIMITS.entries) return '';
    const role = { ...blankRole(this.newId('r')), name };
    this.roles.push(role);
    return role.id;
  }

  private toScene(words: string, line: number): void {
    const said = this.isOurs ? words : plain(words);
    this.fields.scene = this.fit(joined(this.fields.scene, said, '\n'), LIMITS.paragraph, line);
  }

  /** What is longer than there is room for is cut at its end, and said so. */
  private fit(words: string, most: number, line: number): string {
    if (words.length <= most) return words;
    const kept = words.slice(0, most).replace(/\p{Surrogate}$/u, '');
    this.miss(line, kept, 'shortened');
    return kept;
  }
}

function isIdOrNone(id: string): boolean {
  return id === '' || ENTRY_ID.test(id);
}

/** Without notes in between, and without the signs of emphasis. */
function plain(words: string): string {
  return words
    .replace(/\[\[[^[\]]*\]\]/gu, '')
    .replace(/\\([*_])|[*_]/gu, '$1')
    .trim();
}

function joined(before: string, words: string, by: string): string {
  return before === '' ? words : `${before}${by}${words}`;
}
