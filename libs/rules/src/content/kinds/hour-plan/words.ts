import type { Language, SessionRole } from '@common-ground/contract';

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
