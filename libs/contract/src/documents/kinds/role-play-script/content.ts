import type { MemberId } from '../../../ids';
import type { Language } from '../../../people/people';

/** Somebody in the scene: a part, not a person; `castAs` names who plays it, in the words of whoever wrote it. */
export interface ScriptRole {
  readonly id: string;
  readonly name: string;
  readonly castAs: string;
  /** The member of the document's family who plays it. Absent while it is nobody, and in every family's own copy. */
  readonly castTo?: MemberId;
  readonly wants: string;
  readonly feels: string;
  readonly knows: string;
}

/** Another way a turn can go on: *if they…* */
export interface ScriptBranch {
  readonly id: string;
  readonly ifThey: string;
  /** A turn's or an ending's id; empty while nobody has said where it leads. */
  readonly goesTo: string;
}

/** What one role says at one moment. */
export interface ScriptTurn {
  readonly id: string;
  /** The speaker's role; empty while nobody speaks yet. */
  readonly roleId: string;
  /** What happens just before, or how it is said. */
  readonly cue: string;
  readonly line: string;
  readonly softer: string;
  readonly firmer: string;
  readonly why: string;
  /** The turn everybody can come to in order to calm down. */
  readonly calmsDown: boolean;
  /** A turn's or an ending's id; empty: on to the next turn, and after the last one to the first ending. */
  readonly goesTo: string;
  readonly branches: readonly ScriptBranch[];
}

export interface ScriptEnding {
  readonly id: string;
  readonly words: string;
}

/** A question to talk about afterwards. */
export interface DebriefQuestion {
  readonly id: string;
  readonly words: string;
}

export interface RolePlayScriptContent {
  readonly format: 1;
  readonly language: Language;
  readonly scene: string;
  /** The goal or skill; says to everybody why it helps. */
  readonly goal: string;
  readonly roles: readonly ScriptRole[];
  readonly turns: readonly ScriptTurn[];
  readonly endings: readonly ScriptEnding[];
  /** Anybody says it, and everybody stops. */
  readonly pauseWord: string;
  /** How somebody can leave the exercise without giving a reason. */
  readonly optOut: string;
  readonly debrief: readonly DebriefQuestion[];
}
