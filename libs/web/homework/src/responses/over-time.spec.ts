import type { ResponseSet, WorksheetContent } from '@common-ground/contract';
import { aResponse, aResponseSet } from '../testing/worlds';
import { overTime } from './over-time';

const evening = (
  day: string,
  answers: ResponseSet['answers'],
  changes: Parameters<typeof aResponseSet>[0] = {},
): ResponseSet =>
  aResponseSet({
    ...{ taskId: `task-${day}`, sharedAt: `2026-11-${day}T08:00:00.000Z` },
    ...{ sentAt: `2026-11-${day}T20:00:00.000Z`, answers: [...answers], ...changes },
  });

/** The worksheet with one change to its question about calm. */
const reworded = (change: object): WorksheetContent => {
  const content = aResponseSet().content as WorksheetContent;
  const blocks = content.blocks.map((block) => (block.id === 'calm' ? { ...block, ...change } : block));
  return { ...content, blocks };
};
const calmOf = (sets: readonly ResponseSet[]) =>
  overTime(sets)[0]?.documents[0]?.questions.find(({ prompt }) => prompt.id === 'calm');

describe('answers over time', () => {
  it('stand earliest first, whatever order they came in', () => {
    const calm = calmOf([
      evening('22', [aResponse('calm', 7)]),
      evening('20', [aResponse('calm', 3)]),
      evening('21', [aResponse('calm', 5)]),
    ]);
    expect(calm?.numbers).toEqual([3, 5, 7]);
    expect(calm?.times.map(({ at }) => at.slice(8, 10))).toEqual(['20', '21', '22']);
  });

  it('tell only of questions that somebody answered more than once, and of no time that was left out', () => {
    const [rosa] = overTime([
      evening('20', [aResponse('calm', 3), aResponse('why', 'Dishes')]),
      evening('21', [aResponse('why', '')]),
      evening('22', [aResponse('calm', 4)]),
    ]);
    const questions = rosa?.documents[0]?.questions ?? [];
    expect(questions.map(({ prompt, times }) => [prompt.id, times.length])).toEqual([['calm', 2]]);
    expect(overTime([evening('20', [aResponse('calm', 3)])])).toEqual([]);
  });

  it('leave out what was not sent', () => {
    const unsent = evening('21', [aResponse('calm', 9)], { sentAt: null });
    expect(overTime([evening('20', [aResponse('calm', 3)]), unsent])).toEqual([]);
  });

  it('keep people and documents apart', () => {
    const daniel = { id: 'daniel', displayName: 'Daniel', relation: 'father' } as never;
    const other = { id: 'doc-2', kind: 'worksheet', title: 'Another', version: 1 } as never;
    const [rosa, ...more] = overTime([
      ...[evening('20', [aResponse('calm', 3)]), evening('21', [aResponse('calm', 4)])],
      evening('22', [aResponse('calm', 8)], { person: daniel }),
      evening('23', [aResponse('calm', 9)], { document: other }),
    ]);
    expect([rosa?.documents.map(({ id }) => id), more]).toEqual([['doc-1'], []]);
    expect(rosa?.documents[0]?.questions[0]?.numbers).toEqual([3, 4]);
  });

  it('go on across versions while the question keeps its id, and say where it was worded otherwise', () => {
    const document = { id: 'doc-1', kind: 'worksheet', title: 'Anew', version: 2 } as never;
    const content = reworded({ question: 'How calm were you?' });
    const calm = calmOf([
      evening('20', [aResponse('calm', 3)]),
      evening('21', [aResponse('calm', 6)], { document, content }),
    ]);
    expect(calm?.prompt.question).toBe('How calm were you?');
    expect(calm?.times.map(({ version, isReworded }) => [version, isReworded])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(calm?.numbers).toEqual([3, 6]);
  });

  it('draw no line between numbers of other ends, or where it was no scale once', () => {
    const before = evening('20', [aResponse('calm', 3)]);
    const turned = evening('21', [aResponse('calm', 6)], { content: reworded({ lowLabel: 'very calm' }) });
    const words = evening('21', [aResponse('calm', 'Fine')], { content: reworded({ kind: 'short-answer' }) });
    for (const after of [turned, words]) {
      expect(calmOf([before, after])?.times).toHaveLength(2);
      expect(calmOf([before, after])?.numbers).toBeNull();
    }
  });
});
