import type { DocumentToPrint } from '@common-ground/api/documents';
import type { Block, InvolvementRecord, Language, NoticeWithShare } from '@common-ground/contract';
import { involvementSections, involvementTitle } from '@common-ground/rules/content';

/** The record of an hour on paper, to be put into a chart elsewhere; the notice of a Part 2 family goes along. */
export function involvementSheet(
  record: InvolvementRecord,
  language: Language,
  notice: NoticeWithShare | null,
  preparedFor: string,
): Omit<DocumentToPrint, 'safety' | 'printedOn'> {
  const blocks = involvementSections(record, language).flatMap(({ title, texts }, place): Block[] => [
    { kind: 'section', id: `section-${place}`, title },
    ...texts.map((text, line): Block => ({ kind: 'guidance', id: `text-${place}-${line}`, text })),
  ]);
  return {
    kind: 'worksheet',
    title: involvementTitle(language),
    content: { format: 1, language, whyItHelps: '', whenAndWhere: '', minutes: null, blocks },
    ...{ preparedFor, noticeWithShare: notice, versionNumber: null, isRecord: true },
  };
}
