import { createHash } from 'node:crypto';
import type { DocumentKind, GivenAs, Language, Notice, Relation, Wording } from '@common-ground/contract';

/** The version of the sentences below; it changes whenever one of them does. */
export const CONSENT_WORDING_VERSION = '2026-11-25';

/** What a release says, as far as its words depend on it. */
export interface Release {
  readonly signer: string;
  readonly as: GivenAs;
  readonly client: string;
  readonly practice: string;
  readonly to: { readonly displayName: string; readonly relation: Relation };
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly { readonly title: string }[];
  readonly purpose: string;
  readonly untilOn: string | null;
}

interface Sentences {
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  /** Part of what is signed: they go with the version above, and do not follow the words of pages and records. */
  readonly relations: Readonly<Record<Relation, string>>;
  readonly quoted: (title: string) => string;
  readonly lets: (release: Release, papers: string, relation: string) => string;
  readonly purpose: (purpose: string) => string;
  readonly until: (day: string) => string;
  readonly open: string;
  readonly takeBack: (name: string) => string;
}

const EN: Sentences = {
  kinds: {
    worksheet: 'worksheets',
    'role-play-script': 'role-play scripts',
    'boundary-plan': 'boundary plans',
    'support-plan': 'support plans',
  },
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
  quoted: (title) => `“${title}”`,
  lets: ({ signer, as, client, practice, to }, papers, relation) =>
    as === 'client'
      ? `I, ${signer}, let ${practice} share this with ${to.displayName} (${relation}): ${papers}.`
      : `I, ${signer}, speak for ${client}. I let ${practice} share this with ${to.displayName} (${relation}): ${papers}.`,
  purpose: (purpose) => `What it is for: ${purpose}`,
  until: (day) => `It holds until the end of ${day}.`,
  open: 'It holds until it is taken back.',
  takeBack: (name) =>
    `I can take this back at any time, on the page My privacy or by telling the therapist. It works at once. It does not undo what ${name} has already read.`,
};

const ES: Sentences = {
  kinds: {
    worksheet: 'hojas de trabajo',
    'role-play-script': 'guiones para ensayar',
    'boundary-plan': 'planes de límites',
    'support-plan': 'planes de apoyo',
  },
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
    peer: 'par',
    sponsor: 'padrino o madrina',
    other: 'alguien cercano',
  },
  quoted: (title) => `«${title}»`,
  lets: ({ signer, as, client, practice, to }, papers, relation) =>
    as === 'client'
      ? `Yo, ${signer}, permito que ${practice} comparta esto con ${to.displayName} (${relation}): ${papers}.`
      : `Yo, ${signer}, hablo por ${client}. Permito que ${practice} comparta esto con ${to.displayName} (${relation}): ${papers}.`,
  purpose: (purpose) => `Para qué: ${purpose}`,
  until: (day) => `Vale hasta el final del ${day}.`,
  open: 'Vale hasta que se retire.',
  takeBack: (name) =>
    `Puedo retirarlo cuando quiera, en la página Mi privacidad o diciéndoselo a la terapeuta. Surte efecto de inmediato. No deshace lo que ${name} ya leyó.`,
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { en: EN, es: ES };

/**
 * The exact words above the signature: who lets whom receive what, what for, until when, and how it is taken back.
 * They are stored with each consent, so later edits change no old one.
 */
export function consentWording(language: Language, release: Release): string {
  const sentences = SENTENCES[language];
  const papers = [
    ...release.kinds.map((kind) => sentences.kinds[kind]),
    ...release.documents.map(({ title }) => sentences.quoted(title)),
  ];
  const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(papers);
  return [
    sentences.lets(release, listed, sentences.relations[release.to.relation]),
    sentences.purpose(release.purpose),
    release.untilOn === null ? sentences.open : sentences.until(longDay(release.untilOn, language)),
    sentences.takeBack(release.to.displayName),
  ].join('\n');
}

/** The words over the notice of the same language, with the hash by which a signer says that they read these. */
export function wordingOver(
  { language, version, inForceFrom, text: said }: Notice,
  release: Release,
): Wording {
  const text = consentWording(language, release);
  const hash = createHash('sha256').update(`${text}\n\n${said}`).digest('hex');
  return { text, notice: { version, inForceFrom, text: said }, hash };
}

function longDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
