import type { Language } from '@common-ground/contract';

/** The version of the words below; it changes whenever one of them does. */
export const CONSENT_WORDING_VERSION = '2026-11-22';

/** The exact words shown above the signature. They are stored with each consent, so later edits change no old one. */
export const CONSENT_WORDING: Readonly<Record<Language, string>> = {
  en: 'I let my therapist share these kinds of papers with this person, for the purpose I wrote. I can take this back at any time, and it works at once. It does not undo what the person has already read.',
  es: 'Permito que mi terapeuta comparta estos tipos de documentos con esta persona, para el fin que escribí. Puedo retirarlo cuando quiera y surte efecto de inmediato. No deshace lo que la persona ya leyó.',
};
