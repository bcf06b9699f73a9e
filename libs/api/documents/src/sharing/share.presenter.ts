import type { Share } from '@common-ground/contract';
import { mayBeRemindedOf } from '@common-ground/rules/access';
import { isNewerThan, type Parcel } from './parcels';
import type { ShareRow } from './share.repository';

export function presentShare({ versionId, lastOn: _lastOn, ...share }: ShareRow, parcel: Parcel): Share {
  const stands = share.revokedAt === null;
  const isToCome = share.nextOn !== null || share.waiting > 0;
  const isNewer = parcel.heldBecause === null && isNewerThan(parcel, versionId);
  // Of what has opened to nobody, nobody is reminded.
  const isOpen = share.people.some(({ opensOn }) => opensOn === 'now');
  const remind = isOpen && mayBeRemindedOf({ kind: parcel.document.kind, ...share });
  return {
    ...share,
    may: {
      change: stands,
      revoke: stands,
      stop: stands && isToCome && !share.isOver,
      replace: stands && isNewer && !share.isOver,
      remind,
    },
  };
}
