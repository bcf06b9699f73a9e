import type { Language, SessionRole } from '@common-ground/contract';

/** A paper of which nobody has written the title yet. */
export const UNTITLED: Readonly<Record<Language, string>> = {
  en: 'A paper without a title',
  es: 'Un documento sin título',
};

/** What somebody does in the hour, as it is told in a list of changes. */
export const ROLE_WORDS: Readonly<Record<Language, Readonly<Record<SessionRole, string>>>> = {
  en: {
    lead: 'leads',
    'co-lead': 'leads together',
    recorder: 'writes down',
    timekeeper: 'watches the time',
    participant: 'takes part',
  },
  es: {
    lead: 'dirige',
    'co-lead': 'dirige en conjunto',
    recorder: 'anota',
    timekeeper: 'cuida el tiempo',
    participant: 'participa',
  },
};
