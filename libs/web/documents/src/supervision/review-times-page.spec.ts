import type { PersonId, PersonName } from '@common-ground/contract';
import { screen } from '@testing-library/dom';
import { opened } from '../testing/stage';
import { ELENA } from '../testing/worlds';

const MARTHA: PersonName = { id: 'martha' as PersonId, displayName: 'Martha Okafor' };
const said = (): string => document.body.textContent?.replace(/\s+/gu, ' ') ?? '';

describe('how long reviews wait', () => {
  it('is told in sentences, by colleague and by month', async () => {
    await opened('/admin/review-times', (server) => {
      server.times = {
        waiting: [
          {
            supervisor: MARTHA,
            therapist: ELENA,
            waiting: 2,
            since: new Date(Date.now() - 86_400_000).toISOString(),
          },
        ],
        months: [
          { month: '2026-11', decided: 3, medianHours: 10, longestHours: 72, documents: 2, rounds: 3 },
          { month: '2026-09', decided: 2, medianHours: 0, longestHours: 0, documents: 2, rounds: 1 },
          { month: '2026-10', decided: 1, medianHours: 0, longestHours: 0, documents: 1, rounds: 1 },
        ],
      };
    });
    expect(said()).toContain('2 documents wait for a review.');
    expect(said()).toContain('2 from Elena Ruiz wait for Martha Okafor, the first sent yesterday.');
    expect(screen.getByRole('heading', { name: 'November 2026' })).toBeTruthy();
    expect(said()).toContain('3 verdicts on 2 documents, in 3 rounds at most.');
    expect(said()).toContain('Half of them came within about 10 hours, the last within about 3 days.');
    expect(said()).toContain('One verdict on one document. It came within half an hour.');
    expect(said()).toContain('2 verdicts on 2 documents. Each came within half an hour.');
  });

  it('says so when nothing waits and nothing was judged yet', async () => {
    await opened('/admin/review-times');
    expect(said()).toContain('Nothing waits for a review.');
    expect(said()).toContain('No verdict has been given yet.');
  });
});
