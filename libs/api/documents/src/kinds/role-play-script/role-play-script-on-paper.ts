import type { Language, RolePlayScriptContent, ScriptRole, ScriptTurn } from '@common-ground/contract';
import { entryOf, listPart, plainPart, whole, type Entry, type KindOnPaper } from '../../printing/pieces';

interface ScriptWords {
  readonly scene: string;
  readonly goal: string;
  readonly roles: string;
  readonly saidBy: (name: string) => string;
  readonly wants: string;
  readonly feels: string;
  readonly knows: string;
  readonly turns: string;
  readonly softer: string;
  readonly firmer: string;
  readonly why: string;
  readonly calmsDown: string;
  readonly turn: (number: number) => string;
  readonly ending: (number: number) => string;
  readonly goesTo: (where: string) => string;
  readonly endings: string;
  readonly pauseWord: string;
  readonly optOut: string;
  readonly debrief: string;
}

const WORDS: { readonly [L in Language]: ScriptWords } = {
  en: {
    scene: 'The scene',
    goal: 'What we practise',
    roles: 'The roles',
    saidBy: (name) => `said by ${name}`,
    wants: 'Wants',
    feels: 'Feels',
    knows: 'Knows',
    turns: 'Turn by turn',
    softer: 'Softer',
    firmer: 'Firmer',
    why: 'Why',
    calmsDown: 'the turn to calm down',
    turn: (number) => `turn ${number}`,
    ending: (number) => `ending ${number}`,
    goesTo: (where) => `Go to ${where}.`,
    endings: 'Endings',
    pauseWord: 'The word to pause',
    optOut: 'How to step out',
    debrief: 'Afterwards, talk about this',
  },
  es: {
    scene: 'La escena',
    goal: 'Qué practicamos',
    roles: 'Los papeles',
    saidBy: (name) => `lo dice ${name}`,
    wants: 'Quiere',
    feels: 'Siente',
    knows: 'Sabe',
    turns: 'Turno a turno',
    softer: 'Más suave',
    firmer: 'Más firme',
    why: 'Por qué',
    calmsDown: 'el turno para calmarse',
    turn: (number) => `turno ${number}`,
    ending: (number) => `final ${number}`,
    goesTo: (where) => `Vaya al ${where}.`,
    endings: 'Finales',
    pauseWord: 'La palabra para pausar',
    optOut: 'Cómo salir',
    debrief: 'Después, hablen de esto',
  },
};

export const ROLE_PLAY_SCRIPT_ON_PAPER: KindOnPaper<RolePlayScriptContent> = {
  fileName: 'script.pdf',
  booklet: true,
  facts: () => [],
  pieces: (content, { language, codes }) => {
    const words = WORDS[language];
    return whole([
      plainPart(words.scene, content.scene),
      plainPart(words.goal, content.goal),
      listPart(
        words.roles,
        content.roles.map(({ wants, feels, knows, ...role }) =>
          entryOf(named(role, words), [
            [words.wants, wants],
            [words.feels, feels],
            [words.knows, knows],
          ]),
        ),
      ),
      plainPart(words.pauseWord, content.pauseWord),
      plainPart(words.optOut, content.optOut),
      listPart(
        words.turns,
        content.turns.map((turn, index) => turnOnPaper(content, turn, index + 1, words, codes.get(turn.id))),
      ),
      listPart(
        words.endings,
        content.endings.map((ending, index) =>
          entryOf(words.ending(index + 1), [['', ending.words]], codes.get(ending.id)),
        ),
      ),
      listPart(
        words.debrief,
        content.debrief.map((question) => entryOf('', [['', question.words]], codes.get(question.id))),
      ),
    ]);
  },
};

function turnOnPaper(
  content: RolePlayScriptContent,
  turn: ScriptTurn,
  number: number,
  words: ScriptWords,
  code: string | undefined,
): Entry {
  const role = content.roles.find(({ id }) => id === turn.roleId);
  const speaker = role === undefined ? '' : named(role, words);
  const calm = turn.calmsDown ? ` · ${words.calmsDown}` : '';
  const goesTo = (id: string): string => {
    const where = placeNamed(content, id, words);
    return where === null ? '' : words.goesTo(where);
  };
  const lines: readonly [string, string][] = [
    ['', turn.cue === '' ? '' : `(${turn.cue})`],
    ['', turn.line],
    [words.softer, turn.softer],
    [words.firmer, turn.firmer],
    [words.why, turn.why],
    ['', goesTo(turn.goesTo)],
    ...turn.branches.map((branch): [string, string] => [branch.ifThey, goesTo(branch.goesTo)]),
  ];
  return entryOf(`${number}. ${speaker}${calm}`, lines, code);
}

function named({ name, castAs }: Pick<ScriptRole, 'name' | 'castAs'>, words: ScriptWords): string {
  return castAs === '' ? name : `${name} (${words.saidBy(castAs)})`;
}

/** A place in the script as people find it on paper: by its number. */
function placeNamed(content: RolePlayScriptContent, id: string, words: ScriptWords): string | null {
  const turn = content.turns.findIndex((one) => one.id === id);
  if (turn >= 0) return words.turn(turn + 1);
  const ending = content.endings.findIndex((one) => one.id === id);
  return ending < 0 ? null : words.ending(ending + 1);
}
