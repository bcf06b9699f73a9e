import type { DocumentId, MemberId, PersonId } from '../../../ids';
import type { Language } from '../../../people/people';
import type { SessionRole, SessionSide } from '../../../sessions/session';

/** Somebody who is to come, by the name they had when the plan was sent for review. */
export interface HourPlanPerson {
  readonly id: MemberId | PersonId;
  readonly side: SessionSide;
  readonly name: string;
  readonly role: SessionRole;
}

/** A paper on the table, by its title alone: what stands in it is not sent along. */
export interface HourPlanPaper {
  readonly id: DocumentId;
  readonly title: string;
}

export interface HourPlanEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly fixedStart: string | null;
  readonly papers: readonly HourPlanPaper[];
}

export interface HourPlanRule {
  readonly id: string;
  readonly words: string;
}

/** What a supervisor reads of the plan of an hour: everything that is to happen in it, and nothing anybody answered. */
export interface HourPlanContent {
  readonly format: 1;
  readonly language: Language;
  readonly purpose: string;
  readonly when: { readonly startsOn: string; readonly startTime: string; readonly timeZone: string };
  readonly minutes: number;
  readonly people: readonly HourPlanPerson[];
  readonly groundRules: readonly HourPlanRule[];
  readonly goRound: string;
  readonly agenda: readonly HourPlanEntry[];
}
