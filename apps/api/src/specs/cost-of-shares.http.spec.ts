import type { Document, DocumentId, Page, Share, SharePreview } from '@common-ground/contract';
import { approved, decide, done, memberIn, save, share, sheet, submit, write } from './acts';
import { overheardPractice } from './demo-practice';

describe('what a look at the shares of a document costs', () => {
  const { cast, torres, line } = overheardPractice();

  /** Given to each of these on their own, and approved in other words since. */
  const outdated = async (
    title: string,
    ...who: ('mother' | 'father' | 'brother')[]
  ): Promise<DocumentId> => {
    const { id } = await approved(cast, torres.id, title, sheet('Old words.'));
    for (const one of who) await share(cast.therapist, id, [memberIn(torres, one)]);
    const { revision } = await done(cast.therapist.post<Document>(`/api/documents/${id}/reopen`));
    await save(cast.therapist, id, revision, title, sheet('New words.'));
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    return id;
  };
  /** The statements of the one that says this. */
  const heard = (mark: string): readonly string[] =>
    line.transactions().find((one) => one.some((statement) => statement.includes(mark))) ?? [];

  it('is as many statements with three that can be replaced as with one', async () => {
    const cost = async (id: DocumentId): Promise<{ offered: boolean[]; statements: number }> => {
      line.transactions();
      const { items } = await done(cast.therapist.get<Page<Share>>(`/api/documents/${id}/shares`));
      const offered = items.map(({ may }) => may.replace);
      return { offered, statements: heard('access.untouched_members').length };
    };
    const withOne = await cost(await outdated('For one', 'mother'));
    const withAll = await cost(await outdated('For three', 'mother', 'father', 'brother'));
    expect([withOne.offered, withAll.offered]).toEqual([[true], [true, true, true]]);
    expect(withOne.statements).toBeGreaterThan(5);
    expect(withAll.statements).toBe(withOne.statements);
  });

  it('reads the names of others once, for the words and for what is said along with them', async () => {
    const { id } = await write(cast.therapist, torres.id, 'Daniel too', sheet('Daniel knows.'));
    line.transactions();
    const preview = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`, { note: 'As Daniel does.' }),
    );
    expect(preview.wrongNames.map(({ name }) => name)).toContain('Daniel');
    expect(preview.wrongNamesInNote).toEqual(['Daniel']);
    const names = heard('bool_or(m.family_id').filter((one) => one.includes('bool_or(m.family_id'));
    expect(names).toHaveLength(1);
  });
});
