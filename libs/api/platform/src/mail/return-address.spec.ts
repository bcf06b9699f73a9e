import { newId } from '../database/new-id';
import { inBothSpellings, mailReturnedTo, returnAddressOf } from './return-address';

const HERE = { domain: 'return.example.org', secretKey: 'only-for-tests-only-for-tests-only-for-tests' };

describe('the address that a report comes back to', () => {
  const id = newId<'mail'>();
  const address = returnAddressOf(id, HERE);
  const local = address.split('@')[0] ?? '';

  it('names its mail, in letters that any server takes and in any case', () => {
    expect(address).toMatch(/^[a-z0-9+]{1,64}@return\.example\.org$/u);
    expect(mailReturnedTo(address, HERE)).toBe(id);
    expect(mailReturnedTo(address.toUpperCase(), HERE)).toBe(id);
  });

  it('cannot be made by whoever has another one', () => {
    const other = returnAddressOf(newId<'mail'>(), HERE);
    const seal = local.slice(-24);
    expect(mailReturnedTo(other.replace(/.{24}@/u, `${seal}@`), HERE)).toBeNull();
  });

  it('is none when one letter of it is another', () => {
    for (let place = 0; place < local.length; place += 1) {
      const letter = local[place] === '0' ? '1' : '0';
      const altered = `${local.slice(0, place)}${letter}${local.slice(place + 1)}@${HERE.domain}`;
      expect([altered, mailReturnedTo(altered, HERE)]).toEqual([altered, null]);
    }
  });

  it.each([
    ['of another domain', `${local}@example.org`],
    ['with a second at sign', `${local}@${HERE.domain}@example.org`],
    ['without a domain', local],
    ['cut short', `${local.slice(0, -1)}@${HERE.domain}`],
    ['with more behind it', `${local}0@${HERE.domain}`],
    ['of nobody', `postmaster@${HERE.domain}`],
    ['empty', ''],
  ])('is none when it is one %s', (_what, altered) => {
    expect(mailReturnedTo(altered, HERE)).toBeNull();
  });

  it('is the same in either spelling of a domain beyond ASCII', () => {
    const [ascii, unicode] = ['return.xn--bcher-kva.example', 'return.bücher.example'];
    const sent = returnAddressOf(id, { ...HERE, domain: ascii });
    expect(mailReturnedTo(sent.replace(ascii, unicode), { ...HERE, domain: ascii })).toBe(id);
    expect(inBothSpellings(`ada@${unicode}`)).toEqual([`ada@${unicode}`, `ada@${ascii}`]);
    expect(inBothSpellings(`ada@${ascii}`)).toEqual([`ada@${ascii}`, `ada@${unicode}`]);
    expect(inBothSpellings('ada@example.org')).toEqual(['ada@example.org']);
  });

  it('is none under another key', () => {
    expect(mailReturnedTo(address, { ...HERE, secretKey: `${HERE.secretKey}.` })).toBeNull();
  });
});
