import { Query, type PipeTransform } from '@nestjs/common';
import { asId, isId, optionIn, Refusal } from '@common-ground/api/platform';
import {
  REVIEW_ACTS,
  REVIEW_SIDES,
  REVIEW_STATES,
  REVIEWED_KINDS,
  type DocumentId,
  type PersonId,
  type ReviewAct,
  type ReviewSide,
  type ReviewState,
  type ReviewedKind,
} from '@common-ground/contract';

/** Which reviews somebody wants to see; null where they do not mind. */
export interface QueueSearch {
  readonly state: ReviewState;
  readonly documentId: DocumentId | null;
  readonly from: PersonId | null;
  readonly kind: ReviewedKind | null;
  readonly side: ReviewSide | null;
  /** Only those that wait for this kind of signature. */
  readonly act: ReviewAct | null;
  /** Only those with something risky about them. */
  readonly risky: boolean;
  /** Only those that come again after changes were asked for. */
  readonly again: boolean;
}

class QueueSearchPipe implements PipeTransform<unknown, QueueSearch> {
  transform(value: unknown): QueueSearch {
    const asked = (value ?? {}) as Readonly<Record<string, unknown>>;
    return {
      state: optionIn(asked, 'state', REVIEW_STATES) ?? 'waiting',
      documentId: idIn<'document'>(asked, 'documentId'),
      from: idIn<'person'>(asked, 'from'),
      kind: optionIn(asked, 'kind', REVIEWED_KINDS),
      side: optionIn(asked, 'side', REVIEW_SIDES),
      act: optionIn(asked, 'act', REVIEW_ACTS),
      risky: optionIn(asked, 'risky', ['yes']) !== null,
      again: optionIn(asked, 'again', ['yes']) !== null,
    };
  }
}

function idIn<K extends string>(
  query: Readonly<Record<string, unknown>>,
  name: string,
): ReturnType<typeof asId<K>> | null {
  const value = query[name];
  if (value === undefined) return null;
  if (!isId(value)) throw new Refusal('malformed-id');
  return asId<K>(value);
}

/** `state`, `documentId`, `from`, `kind`, `side`, `act`, `risky` and `again` of the query. */
export const AskedOfQueue = (): ParameterDecorator => Query(new QueueSearchPipe());
