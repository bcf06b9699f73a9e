import type { Task } from '@common-ground/contract';
import { approved, done, memberIn, share, taskTitled } from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

describe('a family under 42 CFR Part 2', () => {
  const { cast, torres } = demoPractice();

  async function given(title: string): Promise<Task> {
    const { id } = await approved(cast, torres.id, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    return done(cast.mother.get<Task>(`/api/homework/${await taskTitled(cast.mother, title)}`));
  }
  const onPaper = async (path: string): Promise<string> => printedText((await cast.mother.get(path)).bytes);

  it('gets the notice and a copy of the consent with everything shared, on the screen and on paper', async () => {
    expect((await given('Before')).noticeWithShare).toBeNull();
    await done(cast.therapist.put(`/api/families/${torres.id}/part-2`, { part2: true }));
    const task = await given('After');
    expect(task.noticeWithShare).toMatchObject({
      consents: [{ purpose: 'So that Mom knows how to help', signature: 'Maya Torres' }],
    });
    expect(task.noticeWithShare?.text).toContain('42 CFR Part 2');
    expect(task.noticeWithShare?.version).not.toBe('');
    for (const path of [`/api/homework/${task.id}/pdf`, `/api/documents/${task.documentId}/pdf`]) {
      const paper = await onPaper(path);
      expect(paper).toContain('About the privacy of this paper');
      expect(paper).toContain('A copy of the consent that Maya Torres signed');
    }
  });

  it('keeps the text that went along, when the practice writes a new one', async () => {
    await done(cast.therapist.put(`/api/families/${torres.id}/part-2`, { part2: true }));
    const before = await given('Old text');
    const inForceFrom = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
    await done(
      cast.admin.post('/api/practice/notices', {
        sort: 'part-2',
        language: 'en',
        text: 'Our own words under 42 CFR Part 2.',
        inForceFrom,
      }),
    );
    const later = await done(cast.mother.get<Task>(`/api/homework/${before.id}`));
    expect(later.noticeWithShare).toEqual(before.noticeWithShare);
    expect((await given('New text')).noticeWithShare).toMatchObject({
      text: 'Our own words under 42 CFR Part 2.',
      version: '1',
    });
  });

  it('shows none of it to a family that is none', async () => {
    await done(cast.therapist.put(`/api/families/${torres.id}/part-2`, { part2: false }));
    const task = await given('Without');
    expect(task.noticeWithShare).toBeNull();
    expect(await onPaper(`/api/homework/${task.id}/pdf`)).not.toContain('About the privacy of this paper');
  });
});
