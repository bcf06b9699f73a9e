import { allow, forbidden, isStaff, type Actor, type Judgement } from './judgement';

/** A passkey opens the door to whoever holds the device, so a family's shared phone never keeps one. */
export function mayKeepPasskey(actor: Actor, isSharedDevice: boolean): Judgement {
  if (isStaff(actor)) return allow('is-staff');
  return isSharedDevice ? forbidden('shared-device') : allow('own-device');
}
