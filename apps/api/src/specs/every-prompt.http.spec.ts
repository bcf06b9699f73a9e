import type {
  Answer,
  AnswerValue,
  Block,
  FamilyId,
  Page,
  PromptKind,
  ResponseSet,
  Task,
  TaskId,
  WorksheetContent,
} from '@common-ground/contract';
import {
  approved,
  done,
  memberIn,
  putAnswer,
  putDraft,
  refusal,
  send,
  share,
  sheet,
  taskTitled,
  write,
} from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

const choices = [
  { id: 'walk', label: 'A walk by the lake' },
  { id: 'tea', label: 'Tea in the kitchen' },
];
const asked = (kind: PromptKind) => ({ id: kind, question: `About ${kind}?`, help: '', optional: false });
const BLOCKS: readonly Block[] = [
  { kind: 'feelings', ...asked('feelings'), choices: choices.map((one) => ({ ...one, group: 'Good' })) },
  { kind: 'ranking', ...asked('ranking'), choices },
  { kind: 'i-statement', ...asked('i-statement') },
  { kind: 'if-then', ...asked('if-then') },
  { kind: 'support-menu', ...asked('support-menu'), choices, asksFromWhom: true, asksWhen: false },
  { kind: 'contact-card', ...asked('contact-card'), name: 'Elena', phone: '555-0142', when: '' },
  { kind: 'acknowledgement', ...asked('acknowledgement'), text: 'Each of us speaks for ourselves.' },
  {
    kind: 'timed-exercise',
    ...asked('timed-exercise'),
    steps: [{ id: 'in', label: 'Breathe in', seconds: 4 }],
    rounds: 3,
  },
  {
    kind: 'repeating-row',
    ...asked('repeating-row'),
    rowsFor: 'person',
    columns: [{ id: 'does', label: 'What they do', sort: 'text', choices: [] }],
  },
];
const ANSWERS = {
  feelings: { picked: ['tea'], words: { own: 'under water' } },
  ranking: ['tea', 'walk'],
  'i-statement': { words: { feel: 'left alone', like: 'a call' } },
  'if-then': { words: { if: 'it is loud', then: 'go outside' } },
  'support-menu': { picked: ['walk'], words: { from: 'David' } },
  'contact-card': { words: { name: 'Elena', phone: '555-0143' } },
  acknowledgement: 'read',
  'timed-exercise': 'done',
  'repeating-row': { rows: [{ id: 'r1', name: 'Leo', cells: { does: 'walks the dog' } }] },
} satisfies Partial<Record<PromptKind, AnswerValue>>;
type NewKind = keyof typeof ANSWERS;
const KINDS = Object.keys(ANSWERS) as NewKind[];

describe('questions of every sort', () => {
  const { cast, torres } = demoPractice();
  let familyId: FamilyId;
  let task: TaskId;
  const content: WorksheetContent = { ...sheet(), blocks: BLOCKS };

  beforeAll(async () => {
    familyId = torres.id;
    const { id } = await approved(cast, familyId, 'Every sort', content);
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    task = await taskTitled(cast.mother, 'Every sort');
  });

  it.each(KINDS)('%s: what was answered comes back as it was, also when it is sent again', async (kind) => {
    const first = await done(putAnswer(cast.mother, task, kind, 0, ANSWERS[kind]));
    expect(first.value).toEqual(ANSWERS[kind]);
    // The database keeps no order of names: the same words over an old revision are the same, and no conflict.
    const again = await done(putAnswer(cast.mother, task, kind, 0, ANSWERS[kind]));
    expect(again.revision).toBe(first.revision);
  });

  it.each<[NewKind, unknown, string]>([
    ['feelings', { picked: ['cake'] }, 'not-a-choice'],
    ['feelings', { picked: [['tea']] }, 'not-an-entry'],
    ['feelings', { words: { other: 'x' } }, 'wrong-sort'],
    ['ranking', { order: ['tea'] }, 'wrong-sort'],
    ['i-statement', 'I feel', 'wrong-sort'],
    ['i-statement', { words: { feel: 'x'.repeat(20_001) } }, 'too-long'],
    ['support-menu', { words: { when: 'now' } }, 'wrong-sort'],
    ['acknowledgement', 'signed', 'not-a-choice'],
    ['timed-exercise', true, 'wrong-sort'],
    ['repeating-row', { rows: [{ id: '../x', name: '', cells: {} }] }, 'wrong-sort'],
    ['repeating-row', { rows: [{ id: 'r', name: 'x'.repeat(501), cells: {} }] }, 'too-long'],
    ['repeating-row', { rows: [{ id: 'r', name: '', cells: { other: 'x' } }] }, 'wrong-sort'],
  ])('%s: %j is refused at its path (%s)', async (kind, value, code) => {
    const body = { value, visibility: 'therapist' };
    const sent = cast.mother.put<Answer>(`/api/homework/${task}/answers/${kind}`, body, {
      'if-match': '"1"',
    });
    const refused = await refusal(sent);
    expect(refused.status).toBe(422);
    expect(refused.errors?.[0]?.code).toBe(code);
    expect(refused.errors?.[0]?.path).toMatch(/^value/u);
  });

  it('an answer with nothing left in it is none', async () => {
    const { revision } = await done(putAnswer(cast.mother, task, 'if-then', 1, { words: { if: '' } }));
    const { answers } = await done(cast.mother.get<Task>(`/api/homework/${task}`));
    expect(answers.find(({ promptId }) => promptId === 'if-then')?.value).toBeNull();
    await done(putAnswer(cast.mother, task, 'if-then', revision, ANSWERS['if-then']));
  });

  it('all of them reach the therapist, on the page and on paper', async () => {
    await send(cast.mother, task);
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    const set = items.find(({ taskId }) => taskId === task);
    expect(set?.answers).toHaveLength(KINDS.length);
    const paper = printedText((await cast.therapist.get(`/api/homework/${task}/pdf`)).bytes);
    for (const words of [
      'Tea in the kitchen',
      'left alone',
      'go outside',
      'David',
      '555-0143',
      'walks the dog',
    ]) {
      expect(paper).toContain(words);
    }
    expect(paper).toContain('I have read this');
    expect(paper).toContain('I did it');
  });

  it('blank paper has room for each', async () => {
    const { id } = await write(cast.therapist, familyId, 'Blank', content);
    const paper = printedText((await cast.therapist.get(`/api/documents/${id}/pdf`)).bytes);
    for (const words of [
      'Number them: 1 comes first.',
      'In my own words:',
      'because',
      'then I',
      'From whom:',
      'Who',
    ]) {
      expect(paper).toContain(words);
    }
    expect(paper).toContain('Breathe in');
    expect(paper).toContain('What they do');
  });

  it.each([
    ['repeating-row', { rowsFor: 'pet' }, 'content.blocks.8.rowsFor'],
    ['timed-exercise', { rounds: 0 }, 'content.blocks.7.rounds'],
    [
      'timed-exercise',
      { steps: [{ id: 'in', label: 'In', seconds: 999 }] },
      'content.blocks.7.steps.0.seconds',
    ],
    ['contact-card', { phone: 7 }, 'content.blocks.5.phone'],
    ['support-menu', { asksWhen: 'yes' }, 'content.blocks.4.asksWhen'],
    ['feelings', { choices: [{ id: 'a', label: 'A', group: null }] }, 'content.blocks.0.choices.0.group'],
  ])('a draft whose %s is broken by %j is refused at its path', async (kind, broken, path) => {
    const { id, revision } = await write(cast.therapist, familyId, 'Broken', content);
    const blocks = BLOCKS.map((block) => (block.kind === kind ? { ...block, ...broken } : block));
    const refused = await refusal(
      putDraft(cast.therapist, id, `"${revision}"`, 'Broken', { ...content, blocks }),
    );
    expect(refused).toMatchObject({ status: 422, errors: [{ path }] });
  });
});
