import {
  TAKE_HOME_PARTS,
  type MemberId,
  type TakeHomeChoice,
  type TakeHomeContent,
} from '@common-ground/contract';

/** Somebody a page could be for, by the name they go by. */
export interface NamedReader {
  readonly memberId: MemberId;
  readonly displayName: string;
}

/** The page of one person, out of what the hour has for all of them. What is not chosen is not there at all. */
export function takeHomeContent(
  all: TakeHomeContent,
  { parts, actionIds }: Pick<TakeHomeChoice, 'parts' | 'actionIds'>,
): TakeHomeContent {
  return {
    decision: parts.includes('decision') ? all.decision : '',
    actions: all.actions.filter(({ id }) => actionIds.includes(id)),
    helped: parts.includes('helped') ? all.helped : '',
    nextOn: parts.includes('next') ? all.nextOn : null,
  };
}

/** A reader as the therapist has them before them: whether they are to get a page, and whether one is open to them. */
export interface ChosenReader extends NamedReader {
  readonly isChosen: boolean;
  readonly isOpen: boolean;
}

/** Everybody of the family who goes home without a page: not asked, or neither chosen nor holding one. */
export function leftWithout(
  readers: readonly ChosenReader[],
  others: readonly NamedReader[],
): readonly NamedReader[] {
  return [...others, ...readers.filter(({ isChosen, isOpen }) => !isChosen && !isOpen)];
}

/**
 * What is offered for the page of one person: what was agreed by all, and no action that names somebody who takes no
 * page home, wherever it does. What such a person does is said to nobody by itself.
 */
export function offeredChoice(
  all: TakeHomeContent,
  reader: NamedReader,
  left: readonly NamedReader[],
): TakeHomeChoice {
  return {
    memberId: reader.memberId,
    parts: TAKE_HOME_PARTS,
    actionIds: all.actions
      .filter((action) => namesOfAbsent(action, reader, left).length === 0)
      .map(({ id }) => id),
  };
}

/** Whom an action names of those who take no page home: the reason why it is not offered to this reader. */
export function namesOfAbsent(
  { id: _id, ...said }: TakeHomeContent['actions'][number],
  reader: NamedReader,
  left: readonly NamedReader[],
): readonly string[] {
  const text = Object.values(said).join('\n');
  return left
    .filter(({ memberId, displayName }) => memberId !== reader.memberId && isNamed(text, displayName))
    .map(({ displayName }) => displayName);
}

/** Whether nothing stands on a page: then there is nothing to give. */
export function isBlankPage({ decision, actions, helped, nextOn }: TakeHomeContent): boolean {
  return decision.trim() === '' && actions.length === 0 && helped.trim() === '' && nextOn === null;
}

/** Whether a text names somebody, by their first or whole name. */
function isNamed(text: string, displayName: string): boolean {
  const words = wordsOf(text);
  const [first] = wordsOf(displayName);
  return first !== undefined && words.includes(first);
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('en').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
