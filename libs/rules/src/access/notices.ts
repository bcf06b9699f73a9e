import type { NoticeState } from '@common-ground/contract';

/** The parts of a notice that decide whether it is shown. Days are `YYYY-MM-DD` in the practice's time zone. */
export interface NoticeFacts {
  readonly version: number;
  readonly inForceFrom: string;
}

/**
 * The newest version whose day has come is shown. A newer one supersedes an older one from its own day on, so a text
 * that was dated too far ahead is put right by the next version, before its day ever comes.
 */
export function noticeState(
  notice: NoticeFacts,
  ofItsSort: readonly NoticeFacts[],
  today: string,
): NoticeState {
  const newer = ofItsSort.filter((other) => other.version > notice.version);
  if (newer.some((other) => other.inForceFrom <= today || other.inForceFrom <= notice.inForceFrom))
    return 'superseded';
  return notice.inForceFrom > today ? 'to-come' : 'in-force';
}
