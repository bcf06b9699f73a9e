import { isWeakPin } from './weak-pin';

describe('a PIN', () => {
  it.each([
    '000000',
    '999999',
    '123456',
    '654321',
    '890123',
    '210987',
    '121212',
    '123123',
    '112233',
    '159753',
  ])('%s is one of the first that anybody would guess', (pin) => {
    expect(isWeakPin(pin)).toBe(true);
  });

  it.each(['480216', '702513', '915042', '100000', '334455', '135792'])('%s is not', (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });
});
