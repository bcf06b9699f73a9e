import type { AnswerId, Companion, OfferInView, OpenedAnswer, OwnOffer } from '@common-ground/contract';
import { isSettled, opensTo, type OfferFacts, type PieceFacts } from '@common-ground/rules/access';
import type { FamilyPieces, OpenedRow } from './reveal.repository';

export function presentOwnOffer({ answerId, promptId, offer }: Omit<OwnOffer, 'may'>): OwnOffer {
  const isShown = offer !== null && isSettled(offer);
  return { answerId, promptId, offer, may: { offer: !isShown, close: offer !== null && !isShown } };
}

export function presentOpened({ answerId, promptId, by, value }: OpenedRow): OpenedAnswer {
  return { answerId, promptId, by, value };
}

/** By answer, what a therapist is told of its offer. */
export function offersInView(family: FamilyPieces): ReadonlyMap<AnswerId, OfferInView> {
  const { blocks, holds, people } = family;
  const named = (is: (one: Companion) => boolean): Companion[] => people.filter(is);
  const inView = (offer: OfferFacts, piece: PieceFacts): OfferInView => ({
    circle: named(({ memberId }) => offer.circle.includes(memberId)),
    waits: offer.waits,
    readBy: named(({ memberId }) => opensTo(memberId, offer, piece)),
  });
  return new Map(
    family.pieces.flatMap((piece) =>
      piece.offers.map((offer) => [offer.answerId, inView(offer, { ...piece, blocks, holds })] as const),
    ),
  );
}
