import type { SafetyCard } from '@common-ground/contract';

const KEPT = 'cg.safety';

/** The United States' numbers: what stands on the card until a practice's own are known. */
export const GENERAL_SAFETY: SafetyCard = {
  practicePhone: '',
  practiceHours: '',
  emergencyNumber: '911',
  crisisLine: '988',
  checkedOn: '',
};

/** Keeps a practice's numbers for the signed-out and offline card. They are printed on its leaflets: nothing private. */
export function rememberSafety(safety: SafetyCard): void {
  localStorage.setItem(KEPT, JSON.stringify(safety));
}

export function knownSafety(): SafetyCard {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return GENERAL_SAFETY;
    return { ...GENERAL_SAFETY, ...kept };
  } catch {
    return GENERAL_SAFETY;
  }
}
