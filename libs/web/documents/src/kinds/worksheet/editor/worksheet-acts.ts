import { LIMITS, type Block, type BlockKind, type Choice, type Language } from '@common-ground/contract';
import { blankBlock } from '@common-ground/rules/content';
import * as acts from '../../../writing/acts';
import { oneLine } from '../../../writing/one-line';
import { NOTHING, type Patches } from '../../../writing/written';
import { blockOf, placeOf, wordingOf, type Head, type WorksheetText } from './worksheet-model';

/**
 * Everything an author can do to a worksheet, as pure functions from the text to the patches that do it. An act that
 * would change nothing, or break a limit, answers no patches.
 */
const BLOCKS = 'blocks';

export function writeHead(text: WorksheetText, to: Partial<Head>): Patches {
  return acts.writeFields(text, to);
}

/** Puts another state of one block in its place; the kind may differ, the id may not. */
export function rewrite(text: WorksheetText, to: Block): Patches {
  return acts.rewrite(text, BLOCKS, to);
}

/** Adds an empty block right after another one, or at the top after `null`. */
export function addAfter(text: WorksheetText, afterId: string | null, kind: BlockKind, id: string): Patches {
  return acts.addAfter(text, BLOCKS, afterId, blankBlock(kind, id, text.content.language), LIMITS.blocks);
}

export function remove(text: WorksheetText, id: string): Patches {
  return acts.remove(text, BLOCKS, id);
}

/** A copy right below, under new ids throughout, since answers are kept by id. */
export function duplicate(text: WorksheetText, id: string, newId: string): Patches {
  return acts.duplicate(text, BLOCKS, id, newId, LIMITS.blocks);
}

export function moveTo(text: WorksheetText, id: string, to: number): Patches {
  return acts.moveTo(text, BLOCKS, id, to);
}

export function moveBy(text: WorksheetText, id: string, steps: number): Patches {
  return moveTo(text, id, placeOf(text, id) + steps);
}

/** Makes a block another kind and carries over every word that has a place there. */
export function turnInto(text: WorksheetText, id: string, kind: BlockKind): Patches {
  const block = blockOf(text, id);
  return block === undefined || block.kind === kind
    ? NOTHING
    : rewrite(text, turned(block, kind, text.content.language));
}

function turned(block: Block, kind: BlockKind, language: Language): Block {
  const blank = blankBlock(kind, block.id, language);
  const words = wordingOf(block);
  if (blank.kind === 'section') return { ...blank, title: oneLine(words) };
  if (blank.kind === 'guidance') return { ...blank, text: words };
  const asked = {
    question: oneLine(words),
    help: 'help' in block ? block.help : '',
    optional: 'optional' in block && block.optional,
  };
  // Words that a kind begins with stand where there are none to carry over.
  const hasLabels = 'choices' in block && block.choices.some(({ label }) => label !== '');
  const choices = hasLabels && 'choices' in blank ? { choices: block.choices } : {};
  const notSure = 'notSure' in block && 'notSure' in blank ? { notSure: block.notSure } : {};
  const onlyIf = 'onlyIf' in block ? { onlyIf: block.onlyIf } : {};
  const inShort = 'inShort' in block ? { inShort: block.inShort } : {};
  return { ...blank, ...asked, ...choices, ...notSure, ...onlyIf, ...inShort };
}

type WithChoices = Extract<Block, { choices: readonly Choice[] }>;

export function writeChoice(text: WorksheetText, id: string, choiceId: string, label: string): Patches {
  return changeChoices(text, id, (choices) =>
    choices.map((choice) => (choice.id === choiceId ? { ...choice, label } : choice)),
  );
}

export function addChoiceAfter(
  text: WorksheetText,
  id: string,
  afterId: string | null,
  newId: string,
): Patches {
  return changeChoices(text, id, (choices) => {
    if (choices.length >= LIMITS.choices) return choices;
    const at = afterId === null ? choices.length : choices.findIndex((choice) => choice.id === afterId) + 1;
    return choices.toSpliced(at, 0, { id: newId, label: '', ...groupOf(choices[at - 1]) });
  });
}

/** Where choices stand in groups, a new one joins the group of the one before it. */
function groupOf(choice: Choice | undefined): Pick<Choice, 'group'> {
  return choice?.group === undefined ? {} : { group: choice.group };
}

export function writeGroup(text: WorksheetText, id: string, choiceId: string, group: string): Patches {
  return changeChoices(text, id, (choices) =>
    choices.map((choice) => (choice.id === choiceId ? { ...choice, group } : choice)),
  );
}

export function removeChoice(text: WorksheetText, id: string, choiceId: string): Patches {
  return changeChoices(text, id, (choices) => choices.filter((choice) => choice.id !== choiceId));
}

export function moveChoice(text: WorksheetText, id: string, choiceId: string, steps: number): Patches {
  return changeChoices(text, id, (choices) => {
    const from = choices.findIndex((choice) => choice.id === choiceId);
    const choice = choices[from];
    const to = from + steps;
    if (choice === undefined || to < 0 || to >= choices.length) return choices;
    return choices.toSpliced(from, 1).toSpliced(to, 0, choice);
  });
}

/**
 * Several lines pasted into a choice become several choices: the first joins the words before the cursor, the last
 * the words after it. `newIds` gives as many ids as are asked for.
 */
export function pasteChoices(
  text: WorksheetText,
  id: string,
  choiceId: string,
  pasted: { readonly before: string; readonly lines: readonly string[]; readonly after: string },
  newId: () => string,
): Patches {
  return changeChoices(text, id, (choices) => {
    const at = choices.findIndex((choice) => choice.id === choiceId);
    const choice = choices[at];
    if (choice === undefined || pasted.lines.length === 0) return choices;
    const labels = [...pasted.lines];
    labels[0] = pasted.before + (labels[0] ?? '');
    labels[labels.length - 1] = (labels.at(-1) ?? '') + pasted.after;
    const entries = labels.map((label, index) => ({
      id: index === 0 ? choice.id : newId(),
      label: label.slice(0, LIMITS.line),
      ...groupOf(choice),
    }));
    // Empty choices right below were waiting to be filled; the pasted lines take their place.
    const rest = choices.slice(at + 1);
    const firstFilled = rest.findIndex((other) => other.label !== '');
    const waiting = firstFilled < 0 ? rest.length : firstFilled;
    const taken = Math.min(waiting, entries.length - 1);
    return [...choices.slice(0, at), ...entries, ...rest.slice(taken)].slice(0, LIMITS.choices);
  });
}

/** Splits pasted text into choices: one a line, without the bullets, numbers and boxes that lists are written with. */
export function linesOf(pasted: string): string[] {
  return pasted
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^\s*(?:[-–—*•◦▪☐□○]|\[\s?\]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+/u, '').trim())
    .filter((line) => line !== '');
}

function changeChoices(
  text: WorksheetText,
  id: string,
  change: (choices: readonly Choice[]) => readonly Choice[],
): Patches {
  const block = blockOf(text, id);
  if (block === undefined || !hasChoices(block)) return NOTHING;
  const choices = change(block.choices);
  return choices === block.choices ? NOTHING : rewrite(text, { ...block, choices });
}

export function hasChoices(block: Block): block is WithChoices {
  return 'choices' in block;
}
