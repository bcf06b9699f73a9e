import type { Share } from '@common-ground/contract';
import { mayBeRemindedOf } from '@common-ground/rules/access';
import { isNewerThan, type Parcel } from './parcels';
import type { ShareRow } from './share.repository';

/** Whether there is a newer version to give in its place, to whomever it may go. */
export function isOutdated({ versionId, revokedAt, isOver }: ShareRow, parcel: Parcel): boolean {
  return revokedAt === null && !isOver && parcel.heldBecause === null && isNewerThan(parcel, versionId);
}

/** @param replace whether somebody could get a newer version in place of theirs today */
export function presentShare(
  { versionId: _versionId, lastOn: _lastOn, ...share }: ShareRow,
  { document: { kind } }: Parcel,
  replace: boolean,
): Share {
  const stands = share.revokedAt === null;
  const isToCome = share.nextOn !== null || share.waiting > 0;
  const hasOpened = share.people.some(({ opensOn }) => opensOn === 'now');
  return {
    ...share,
    may: {
      change: stands,
      revoke: stands,
      stop: stands && isToCome && !share.isOver,
      replace,
      remind: mayBeRemindedOf({ ...share, kind, hasOpened }),
    },
  };
}
