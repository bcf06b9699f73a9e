const DAYS = 90;

/** Whether the numbers on the safety card were last tried so long ago that somebody should try them again. */
export function areNumbersOld(checkedOn: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(checkedOn)) / 86_400_000;
  return !(days <= DAYS);
}
