import { whyAway } from './database-away';

const failed = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

describe('a database that is away', () => {
  it.each([
    [failed('ECONNREFUSED'), 'it cannot be reached'],
    [failed('57P01'), 'an administrator ended the connection'],
    [failed('57P02'), 'an administrator ended the connection'],
    [failed('57P03'), 'it is starting or stopping'],
    [failed('53300'), 'it takes no more connections'],
    [new Error('timeout exceeded when trying to connect'), 'no connection came free in time'],
    [new Error('Connection terminated unexpectedly'), 'the line broke'],
    [new Error('Client has encountered a connection error and is not queryable'), 'the line broke'],
  ])('is known by %s', (failure, why) => {
    expect(whyAway(failure)).toBe(why);
  });

  it.each([failed('23505'), failed('42501'), failed('40P01'), failed('57014'), new Error('unexpected'), 'x'])(
    'is not taken for away while it says what is wrong with a statement: %s',
    (failure) => {
      expect(whyAway(failure)).toBeNull();
    },
  );
});
