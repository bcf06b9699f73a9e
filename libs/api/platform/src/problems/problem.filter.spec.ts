import { Logger } from '@nestjs/common';
import { ProblemFilter } from './problem.filter';

describe('a failure that nobody planned for', () => {
  const filter = new ProblemFilter();
  const failed = (code: string): Error => Object.assign(new Error('told to nobody'), { code });

  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it.each([
    ['row-level security', '42501'],
    ['a reference to a row that is no longer what it was', '23503'],
  ])('is a conflict when %s refused what the rules had allowed', (_what, code) => {
    expect(filter.describe(failed(code))).toEqual({
      ...{ type: 'urn:common-ground:problem:wrong-state', title: 'wrong-state' },
      ...{ status: 409, code: 'wrong-state' },
    });
  });

  it('is answered with a reference and not a word about its cause otherwise', () => {
    const problem = filter.describe(failed('22012'));
    expect(problem).toMatchObject({ status: 500, code: 'unexpected' });
    expect(problem.reference).toMatch(/^[0-9a-f-]{36}$/u);
    expect(JSON.stringify(problem)).not.toContain('told to nobody');
  });
});
