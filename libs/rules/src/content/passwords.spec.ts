import { passwordConcern } from './passwords';

describe('a password somebody on staff chooses', () => {
  it.each([
    'paper boats by the lake',
    'correct lamp Tuesday river',
    'mi abuela cocina los domingos',
    '我的外婆每个星期天都会做饭给我们大家吃',
    'x7-Qw9-zzk-Pl2-mmv',
  ])('may be long and plain: %s', (password) => {
    expect(passwordConcern(password)).toBeNull();
  });

  it('has fifteen characters or more, counted as people count', () => {
    expect(passwordConcern('fourteen chars')).toBe('too-short');
    expect(passwordConcern('💜'.repeat(14))).toBe('too-short');
  });

  it.each([
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    'Password1234567!',
    'qwertyuiopasdfghjkl',
    'WelcomeWelcome2026',
    'Paper Boats on the Lake',
    'summer-2026-admin',
    '                    ',
    '!!!!!!!!!!!!!!!!!!!!',
  ])('is not what everybody guesses first: %s', (password) => {
    expect(passwordConcern(password)).toBe('too-common');
  });
});
