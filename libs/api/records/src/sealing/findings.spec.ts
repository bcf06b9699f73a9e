import { namedChanges, type ChangedRow } from './findings';
import { leafOfTrace, type Trace } from './trace';

const trace = (id: string, known: Partial<Trace> = {}): Trace => ({
  practiceId: 'lakeside',
  id,
  at: '2026-11-24T10:00:00.000Z',
  actorId: 'elena',
  actorRoles: ['therapist'],
  actorRelation: 'therapist',
  action: 'responses.read',
  because: 'on-caseload',
  subjectIds: ['rosa'],
  familyId: 'torres',
  documentId: null,
  taskId: null,
  consentIds: [],
  consentVersions: [],
  fields: [],
  writtenIn: '7',
  writer: 'common_ground_app',
  ...known,
});
const changed = (before: Trace, now: Trace): ChangedRow => ({
  trace: now,
  sealed: leafOfTrace(before),
  seal: 1,
});
const sorts = (rows: readonly ChangedRow[]): string[] =>
  namedChanges('lakeside', rows).map(({ sort }) => sort);

describe('naming what happened to rows that are not as sealed', () => {
  const first = trace('a', { actorId: 'elena', action: 'responses.read', writtenIn: '7' });
  const second = trace('b', { actorId: 'jonas', action: 'homework.print', writtenIn: '8' });

  it('calls two rows that traded everything swapped', () => {
    expect(sorts([changed(first, { ...second, id: 'a' }), changed(second, { ...first, id: 'b' })])).toEqual([
      'swapped',
    ]);
  });

  it('calls two rows that traded only who did it swapped', () => {
    expect(
      sorts([
        changed(first, { ...first, actorId: second.actorId }),
        changed(second, { ...second, actorId: first.actorId }),
      ]),
    ).toEqual(['swapped']);
  });

  it('calls a rewritten row changed, also beside two that were swapped', () => {
    const third = trace('c', { action: 'documents.read' });
    expect(
      sorts([
        changed(third, { ...third, action: 'documents.print' }),
        changed(first, { ...second, id: 'a' }),
        changed(second, { ...first, id: 'b' }),
      ]).sort(),
    ).toEqual(['changed', 'swapped']);
  });

  it('does not call it a swap when one of the two was rewritten on the way', () => {
    expect(
      sorts([
        changed(first, { ...second, id: 'a', fields: ['value'] }),
        changed(second, { ...first, id: 'b' }),
      ]),
    ).toEqual(['changed', 'changed']);
  });
});
