import type { TaskSummary } from '@common-ground/contract';
import { aTask } from '../testing/worlds';
import { linesOf, upTo, wayInto, whatNext, wordsInto } from './what-next';

const task = (id: string, changes: Partial<TaskSummary>): TaskSummary => aTask({ id, ...changes });

const TODAY = '2026-11-29';

describe('what is next', () => {
  it('is what is begun, before anything new', () => {
    const tasks = [task('new', { dueOn: '2026-11-23' }), task('begun', { state: 'begun' })];
    expect(whatNext(tasks, TODAY).next?.id).toBe('begun');
    expect(whatNext(tasks, TODAY).others.map(({ id }) => id)).toEqual(['new']);
  });

  it('is what is hoped for soonest, and the oldest where no day is named', () => {
    const tasks = [
      task('late', { dueOn: null, sharedAt: '2026-11-10T00:00:00Z' }),
      task('later', { dueOn: '2026-12-01' }),
      task('soon', { dueOn: '2026-11-25' }),
      task('early', { dueOn: null, sharedAt: '2026-11-01T00:00:00Z' }),
    ];
    const { next, others } = whatNext(tasks, TODAY);
    expect([next, ...others].map((one) => one?.id)).toEqual(['soon', 'later', 'early', 'late']);
  });

  it('is nothing when everything is sent; the latest sent comes first', () => {
    const { next, sent } = whatNext(
      [
        task('first', { state: 'sent', sentAt: '2026-11-01T00:00:00Z' }),
        task('second', { state: 'sent', sentAt: '2026-11-20T00:00:00Z' }),
      ],
      TODAY,
    );
    expect(next).toBeNull();
    expect(sent.map(({ id }) => id)).toEqual(['second', 'first']);
  });

  it('is never what takes no answers any more; what was begun of it stands by itself', () => {
    const over = task('over', {
      ...{ state: 'begun', openUntilOn: '2026-11-20' },
      may: { answer: false, send: false },
    });
    const mine = whatNext([over, task('new', {})], TODAY);
    expect([mine.next?.id, mine.others, mine.over.map(({ id }) => id)]).toEqual(['new', [], ['over']]);
    expect(
      whatNext([task('done', { state: 'sent', may: { answer: false, send: false } })], TODAY),
    ).toMatchObject({
      over: [],
      sent: [{ id: 'done' }],
    });
  });

  it('is never what was put off, until its day has come', () => {
    const off = task('off', { state: 'begun', putOffUntil: '2026-12-06' });
    const alone = whatNext([off], TODAY);
    expect([alone.next, alone.others.map(({ id }) => id)]).toEqual([null, ['off']]);
    expect(whatNext([off, task('new', {})], TODAY).next?.id).toBe('new');
    expect(whatNext([off, task('new', {})], '2026-12-06').next?.id).toBe('off');
  });

  it('is read about before it is begun, gone on with after, and checked when all is answered', () => {
    expect(wayInto(task('t', {}))).toEqual(['/me/tasks', 't']);
    expect(wayInto(task('t', { state: 'begun', answered: 2, prompts: 8 }))).toEqual(['/me/tasks', 't', 'q']);
    expect(wayInto(task('t', { state: 'begun', answered: 8, prompts: 8 }))).toEqual([
      '/me/tasks',
      't',
      'check',
    ]);
    expect(wordsInto(task('t', { state: 'begun', answered: 8, prompts: 8 }))).toBe('checkAndSend');
  });
});

describe('as many lines as there is room for', () => {
  const sent = { state: 'sent', sentAt: '2026-11-20T00:00:00Z' } as const;
  const mine = whatNext(
    [
      ...['next', 'other', 'another'].map((id) => task(id, { sharedAt: `2026-11-0${id.length}T00:00:00Z` })),
      ...['sent', 'sent too'].map((id) => task(id, sent)),
      task('over', { openUntilOn: '2026-11-20', may: { answer: false, send: false } }),
      task('read', { ...sent, prompts: 0 }),
    ],
    TODAY,
  );
  const ids = (room: number): string => {
    const { others, sent: isSent, over, read, isAll } = upTo(room, mine);
    const lists = [others, isSent, over, read].map((list) => list.map(({ id }) => id).join('+'));
    return `${lists.join(' | ')}${isAll ? ' – all' : ''}`;
  };

  it.each([
    [0, ' |  |  | '],
    [1, 'other |  |  | '],
    [3, 'other+another | sent |  | '],
    [5, 'other+another | sent+sent too | over | '],
    [6, 'other+another | sent+sent too | over | read – all'],
    [90, 'other+another | sent+sent too | over | read – all'],
  ])('%i go from above to below', (room, there) => {
    expect(linesOf(mine)).toBe(6);
    expect(ids(room)).toBe(there);
  });

  it('are all of none', () => {
    expect(upTo(0, whatNext([], TODAY)).isAll).toBe(true);
  });
});
