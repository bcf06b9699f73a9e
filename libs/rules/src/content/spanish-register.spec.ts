import { BUILT_IN_TEMPLATES } from '.';

/** Words that one relative says to another, or promises them. They say tú, as families do. */
const BETWEEN_RELATIVES = ['line', 'softer', 'firmer', 'value', 'saying', 'sayingWhen', 'offer', 'safety'];
/** Where a verb at the head of a sentence is an order to the reader. In a choice it may tell of somebody else. */
const DIRECTING = ['question', 'help', 'text', 'whenAndWhere', 'cue', 'why', 'goal', 'words', 'contact'];

const wholeWords = (some: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${some})(?!\p{L})`, 'iu');
const TU = wholeWords(
  [
    'tú|ti|tu|tus|te|contigo|tuy[oa]s?|eres|estás|has|vas|ves|haz',
    'puedes|quieres|tienes|sientes|necesitas|prefieres|sabes|dices|haces|respondes|cuentas|oyes|quieras|puedas',
    String.raw`(?!existe|triste|insiste)\p{L}{2,}[ai]ste`,
    String.raw`(?!atrás|detrás)\p{L}{2,}rás|(?:pod|har|querr|prob|ir|dir)(?:r?ías|arías)`,
    String.raw`\p{L}*[áéí]\p{L}*[ae]te`,
  ].join('|'),
);
const ORDER = new RegExp(
  String.raw`(?:^|[.:;?!]\s+)(?:${[
    'elige|escribe|piensa|toma|deja|déjal[oa]|marca|anota|suelta|mira|espera|cuenta|lee|léel[oa]|llénal[oa]|llama',
    'pide|usa|pregunta|prueba|respira|sonríe|cumple|mantén|di|da|ten|pon|ven|sal|vuelve',
  ].join('|')})(?!\p{L})`,
  'iu',
);

/** Every text with the name of its field; what stands in quotation marks is said aloud to somebody. */
function texts(value: unknown, field = ''): [string, string][] {
  if (typeof value === 'string') return [[field, value.replaceAll(/«[^»]*»/gu, '«»')]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => texts(one, Array.isArray(value) ? field : name));
}

const saysTu = (content: unknown): string[] =>
  texts(content)
    .filter(([field]) => !BETWEEN_RELATIVES.includes(field))
    .filter(([field, text]) => TU.test(text) || (DIRECTING.includes(field) && ORDER.test(text)))
    .map(([, text]) => text);

describe('a Spanish template', () => {
  const spanish = BUILT_IN_TEMPLATES.filter(({ language }) => language === 'es');

  it.each(spanish.map((template) => [template.id, template] as const))(
    '%s speaks to its reader as usted',
    (_id, { title, content }) => {
      expect(saysTu({ title, content })).toEqual([]);
    },
  );

  it.each([
    { question: '¿Qué notaste?' },
    { help: 'Elige una cosa.' },
    { text: 'Primero el aire. Respira.' },
    { cue: 'Siéntate.' },
    { whenAndWhere: 'Léela a solas.' },
    { title: '¿Qué harás después?' },
    { label: 'Cinco cosas que puedes ver' },
  ])('would be noticed saying tú: %j', (content) => {
    expect(saysTu(content)).not.toEqual([]);
  });

  it.each([
    { line: '¿Te puedo decir algo?' },
    { text: 'Puede decir: «Estoy contigo».' },
    { question: '¿Qué notó en su cuerpo?' },
    { label: 'Pregunta muchas veces' },
    { help: 'Nadie elige una tarde triste. El límite existe. Lo demás queda atrás.' },
  ])('may well say %j', (content) => {
    expect(saysTu(content)).toEqual([]);
  });
});
