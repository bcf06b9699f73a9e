import { LANGUAGES, SESSION_FORMATS } from '@common-ground/contract';
import { minutesOver } from './agenda';
import { planFor } from './formats';

describe('a format to start from', () => {
  it.each(SESSION_FORMATS)('%s fills its time exactly, with words in every language', (format) => {
    for (const language of LANGUAGES) {
      const plan = planFor(format, language);
      expect(minutesOver({ ...plan, startTime: '16:00' })).toBe(0);
      expect([plan.goRound, ...plan.groundRules, ...plan.agenda.map(({ title }) => title)]).not.toContain('');
      expect(new Set(plan.agenda.map(({ id }) => id)).size).toBe(plan.agenda.length);
    }
  });

  it('keeps to the published times of the problem-solving group', () => {
    const { agenda, minutes } = planFor('problem-solving', 'en');
    expect([minutes, ...agenda.map((entry) => entry.minutes)]).toEqual([90, 15, 20, 5, 45, 5]);
  });

  it('takes fifty minutes with one family', () => {
    for (const format of SESSION_FORMATS.filter((one) => one !== 'problem-solving'))
      expect(planFor(format, 'en').minutes).toBe(50);
  });
});
