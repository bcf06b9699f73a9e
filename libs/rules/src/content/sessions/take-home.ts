import {
  TAKE_HOME_PARTS,
  type MemberId,
  type SessionAction,
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

/**
 * What is offered for the page of one person: what was agreed by all, and no action of somebody who takes no page home.
 * What such a person does is said to nobody by itself.
 */
export function offeredChoice(
  all: TakeHomeContent,
  reader: NamedReader,
  left: readonly NamedReader[],
): TakeHomeChoice {
  const isTold = ({ who }: Pick<SessionAction, 'who'>): boolean =>
    !left.some(({ displayName }) => isNamed(who, displayName));
  return {
    memberId: reader.memberId,
    parts: TAKE_HOME_PARTS,
    actionIds: all.actions.filter(isTold).map(({ id }) => id),
  };
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
