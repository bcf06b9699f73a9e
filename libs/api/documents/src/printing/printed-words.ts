import type { ConditionTest, Language, RowsFor } from '@common-ground/contract';
import type { PartName } from '@common-ground/rules/content';

/** Every word that stands on paper and was not written by the author of the document. */
export interface PrintedWords {
  readonly untitled: string;
  readonly untitledDocument: string;
  readonly why: string;
  readonly whenAndWhere: string;
  readonly minutes: (minutes: number) => string;
  readonly answersOf: (name: string) => string;
  readonly nameLine: string;
  readonly dateLine: string;
  readonly leaveOut: string;
  readonly optional: string;
  readonly inShort: string;
  readonly shortIsEnough: string;
  readonly shortVersion: string;
  /** When a question is asked: about which one, and which answer. */
  readonly onlyIf: Readonly<Record<ConditionTest, (question: string, value: string) => string>>;
  readonly tickOne: string;
  readonly tickAny: string;
  readonly circleOne: string;
  readonly numberThem: string;
  /** What each place of a prompt of several things is called, so that what is written there reads on. */
  readonly parts: Readonly<Record<PartName, string>>;
  readonly answers: Readonly<Record<'read' | 'done' | 'skipped', string>>;
  readonly timedStep: (words: string, seconds: number) => string;
  readonly rounds: (rounds: number) => string;
  readonly rowsFor: Readonly<Record<RowsFor, string>>;
  readonly weekdays: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly notSure: string;
  readonly ratherNotSay: string;
  readonly ratherNotRead: string;
  readonly noAnswer: string;
  readonly asGiven: string;
  readonly chosen: string;
  readonly done: string;
  readonly outOfTen: (number: number) => string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly safetyTitle: string;
  readonly safetyNote: string;
  readonly practice: string;
  readonly emergency: string;
  readonly crisis: string;
  readonly checkedOn: (day: string) => string;
  readonly preparedFor: (name: string) => string;
  readonly version: (number: number) => string;
  readonly draft: string;
  readonly page: string;
  readonly gaps: string;
  readonly noticeTitle: string;
  readonly codesNote: string;
  readonly coverTitle: string;
  readonly coverNote: string;
  readonly onAPhone: string;
  readonly phoneSquare: (address: string) => string;
  readonly consentCopy: (name: string, day: string) => string;
}

const EN: PrintedWords = {
  untitled: 'Worksheet without a title',
  untitledDocument: 'Without a title',
  why: 'Why this helps',
  whenAndWhere: 'When and where',
  minutes: (minutes) => (minutes === 1 ? 'About 1 minute' : `About ${minutes} minutes`),
  answersOf: (name) => `Answers from ${name}`,
  nameLine: 'Name',
  dateLine: 'Date',
  leaveOut: 'You may leave out any question.',
  optional: '(optional)',
  inShort: 'Short version.',
  shortIsEnough: 'When it is a lot, the questions marked “Short version” are enough.',
  shortVersion: 'The short version was answered.',
  onlyIf: {
    answered: (question) => `Only if you answered “${question}”.`,
    is: (question, value) => `Only if your answer to “${question}” is “${value}”.`,
    'is-not': (question, value) => `Only if your answer to “${question}” is not “${value}”.`,
    includes: (question, value) => `Only if you ticked “${value}” at “${question}”.`,
    'leaves-out': (question, value) => `Only if you did not tick “${value}” at “${question}”.`,
    'at-least': (question, value) => `Only if your answer to “${question}” is ${value} or more.`,
    'at-most': (question, value) => `Only if your answer to “${question}” is ${value} or less.`,
    before: (question, value) => `Only if your answer to “${question}” is before ${value}.`,
    after: (question, value) => `Only if your answer to “${question}” is after ${value}.`,
  },
  tickOne: 'Tick one.',
  tickAny: 'Tick all that fit.',
  circleOne: 'Circle one number.',
  numberThem: 'Number them: 1 comes first.',
  parts: {
    'feelings.own': 'In my own words:',
    'i-statement.feel': 'I feel',
    'i-statement.when': 'when',
    'i-statement.because': 'because',
    'i-statement.like': 'I would like',
    'if-then.if': 'If',
    'if-then.then': 'then I',
    'support-menu.from': 'From whom:',
    'support-menu.when': 'When:',
    'contact-card.name': 'Name:',
    'contact-card.phone': 'Phone:',
    'contact-card.when': 'When to call:',
  },
  answers: { read: 'I have read this', done: 'I did it', skipped: 'I skipped it' },
  timedStep: (words, seconds) => `${words}: ${seconds} s`,
  rounds: (rounds) => (rounds === 1 ? 'Once.' : `${rounds} times.`),
  rowsFor: { person: 'Who', day: 'Day', free: 'What' },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  yes: 'Yes',
  no: 'No',
  notSure: 'I’m not sure',
  ratherNotSay: 'I’d rather not say',
  ratherNotRead: 'I’d rather not read it',
  noAnswer: 'No answer',
  asGiven: 'Not answered. The card as it was given:',
  chosen: '(chosen)',
  done: '(ticked)',
  outOfTen: (number) => `${number} out of 10`,
  day: 'Day',
  month: 'Month',
  year: 'Year',
  safetyTitle: 'If you need help now',
  safetyNote: 'What you write here is not read around the clock.',
  practice: 'Your programme',
  emergency: 'In danger',
  crisis: 'In a crisis',
  checkedOn: (day) => `Numbers checked on ${day}.`,
  preparedFor: (name) => `Prepared for ${name}`,
  version: (number) => `version ${number}`,
  draft: 'draft',
  page: 'page',
  noticeTitle: 'About the privacy of this paper',
  consentCopy: (name, day) => `A copy of the consent that ${name} signed on ${day}`,
  codesNote: 'The letters at the edge name each part, here and on the screen.',
  coverTitle: 'Papers',
  coverNote: 'These pages belong to somebody. Please leave them closed.',
  onAPhone: 'On a phone',
  phoneSquare: (address) => `A square for the camera of a phone. It opens ${address}.`,
  gaps: 'Some characters could not be printed and are shown as empty boxes. Read this document on the screen to see them.',
};

const ES: PrintedWords = {
  untitled: 'Hoja sin título',
  untitledDocument: 'Sin título',
  why: 'Por qué ayuda',
  whenAndWhere: 'Cuándo y dónde',
  minutes: (minutes) => (minutes === 1 ? 'Cerca de 1 minuto' : `Cerca de ${minutes} minutos`),
  answersOf: (name) => `Respuestas de ${name}`,
  nameLine: 'Nombre',
  dateLine: 'Fecha',
  leaveOut: 'Puede dejar sin responder cualquier pregunta.',
  optional: '(opcional)',
  inShort: 'Versión corta.',
  shortIsEnough: 'Si es mucho, bastan las preguntas marcadas «Versión corta».',
  shortVersion: 'Se respondió la versión corta.',
  onlyIf: {
    answered: (question) => `Solo si respondió a «${question}».`,
    is: (question, value) => `Solo si su respuesta a «${question}» es «${value}».`,
    'is-not': (question, value) => `Solo si su respuesta a «${question}» no es «${value}».`,
    includes: (question, value) => `Solo si marcó «${value}» en «${question}».`,
    'leaves-out': (question, value) => `Solo si no marcó «${value}» en «${question}».`,
    'at-least': (question, value) => `Solo si su respuesta a «${question}» es ${value} o más.`,
    'at-most': (question, value) => `Solo si su respuesta a «${question}» es ${value} o menos.`,
    before: (question, value) => `Solo si su respuesta a «${question}» es antes del ${value}.`,
    after: (question, value) => `Solo si su respuesta a «${question}» es después del ${value}.`,
  },
  tickOne: 'Marque una.',
  tickAny: 'Marque todas las que quiera.',
  circleOne: 'Encierre un número en un círculo.',
  numberThem: 'Póngales un número: el 1 va primero.',
  parts: {
    'feelings.own': 'Con mis palabras:',
    'i-statement.feel': 'Me siento',
    'i-statement.when': 'cuando',
    'i-statement.because': 'porque',
    'i-statement.like': 'Me gustaría',
    'if-then.if': 'Si',
    'if-then.then': 'entonces yo',
    'support-menu.from': 'De quién:',
    'support-menu.when': 'Cuándo:',
    'contact-card.name': 'Nombre:',
    'contact-card.phone': 'Teléfono:',
    'contact-card.when': 'Cuándo llamar:',
  },
  answers: { read: 'Lo he leído', done: 'Lo hice', skipped: 'Lo salté' },
  timedStep: (words, seconds) => `${words}: ${seconds} s`,
  rounds: (rounds) => (rounds === 1 ? 'Una vez.' : `${rounds} veces.`),
  rowsFor: { person: 'Quién', day: 'Día', free: 'Qué' },
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  yes: 'Sí',
  no: 'No',
  notSure: 'No lo sé',
  ratherNotSay: 'Prefiero no decirlo',
  ratherNotRead: 'Prefiero no leerlo',
  noAnswer: 'Sin respuesta',
  asGiven: 'Sin contestar. La tarjeta como se entregó:',
  chosen: '(elegida)',
  done: '(marcada)',
  outOfTen: (number) => `${number} de 10`,
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  safetyTitle: 'Si necesita ayuda ahora',
  safetyNote: 'Lo que escribe aquí no se lee a toda hora.',
  practice: 'Su programa',
  emergency: 'En peligro',
  crisis: 'En una crisis',
  checkedOn: (day) => `Números revisados el ${day}.`,
  preparedFor: (name) => `Preparado para ${name}`,
  version: (number) => `versión ${number}`,
  draft: 'borrador',
  page: 'página',
  noticeTitle: 'Sobre la privacidad de este papel',
  consentCopy: (name, day) => `Una copia del consentimiento que ${name} firmó el ${day}`,
  codesNote: 'Las letras al margen nombran cada parte, aquí y en la pantalla.',
  coverTitle: 'Papeles',
  coverNote: 'Estas páginas son de alguien. Por favor, no las abra.',
  onAPhone: 'En un teléfono',
  phoneSquare: (address) => `Un cuadro para la cámara de un teléfono. Abre ${address}.`,
  gaps: 'Algunos caracteres no se pudieron imprimir y aparecen como cuadros vacíos. Para verlos, lea este documento en la pantalla.',
};

export const PRINTED_WORDS: { readonly [L in Language]: PrintedWords } = { en: EN, es: ES };
