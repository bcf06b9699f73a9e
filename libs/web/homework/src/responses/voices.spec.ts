import { aResponse, aResponseSet, someFeedback } from '../testing/worlds';
import { byPerson, byWorksheet, promptsAsked, voiceOf } from './voices';

const rosa = aResponseSet({
  answers: [aResponse('need', 'listen', { feedback: [someFeedback('Thank you')] }), aResponse('calm', 4)],
});
const daniel = aResponseSet({
  taskId: 'task-2',
  person: { id: 'daniel', displayName: 'Daniel', relation: 'father' } as never,
  sentAt: '2026-11-22T10:00:00.000Z',
  answers: [aResponse('need', ''), aResponse('calm', 0)],
});
const theo = aResponseSet({
  taskId: 'task-3',
  person: { id: 'theo', displayName: 'Theo', relation: 'brother' } as never,
  sentAt: null,
});

describe('what came back', () => {
  const [worksheet] = byWorksheet([rosa, daniel, theo]);

  it('tells who sent it and who is still at it', () => {
    expect(worksheet?.sent.map(({ person }) => person.displayName)).toEqual(['Daniel', 'Rosa']);
    expect(worksheet?.still.map(({ person }) => person.displayName)).toEqual(['Theo']);
  });

  it('lays the voices of everybody who sent it side by side at each question', () => {
    const calm = worksheet?.questions.find(({ prompt }) => prompt.id === 'calm');
    expect(calm?.voices.map(({ set, response }) => [set.person.displayName, response?.value])).toEqual([
      ['Daniel', 0],
      ['Rosa', 4],
    ]);
  });

  it('counts answers without a note, and never what was not answered', () => {
    expect(worksheet?.withoutNote).toBe(2);
  });

  it('shows an emptied answer exactly like one that was never given', () => {
    expect(voiceOf(daniel, 'need').response).toBeNull();
    expect(voiceOf(daniel, 'why').response).toBeNull();
  });

  it('keeps versions of a worksheet apart', () => {
    const newer = aResponseSet({
      taskId: 'task-4',
      document: { id: 'doc-1', title: 'Again', version: 2 } as never,
      sentAt: '2026-11-22T12:00:00.000Z',
    });
    expect(byWorksheet([rosa, newer]).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('gathers all pieces of one person', () => {
    const again = aResponseSet({ taskId: 'task-5' });
    expect(byPerson([rosa, daniel, again]).map(({ name, sets }) => [name, sets.length])).toEqual([
      ['Rosa', 2],
      ['Daniel', 1],
    ]);
  });

  it('leaves out what somebody was not asked, and keeps what they told without the answer before', () => {
    const [need, why] = rosa.content && 'blocks' in rosa.content ? rosa.content.blocks.slice(2, 4) : [];
    const onlyIf = { promptId: 'need', test: 'is', value: 'hands' } as const;
    const content = { ...rosa.content, blocks: [need, { ...why, onlyIf }] } as typeof rosa.content;
    const asked = (answers: typeof rosa.answers) =>
      promptsAsked({ ...rosa, content, answers }).map(({ id }) => id);
    expect(asked([aResponse('need', 'listen')])).toEqual(['need']);
    expect(asked([aResponse('need', 'hands')])).toEqual(['need', 'why']);
    expect(asked([aResponse('why', 'Dishes')])).toEqual(['need', 'why']);
  });
});
