import { EnvironmentSettings, SettingsFault } from './settings';

const ENOUGH = {
  DATABASE_URL: 'postgresql://somebody@localhost/somewhere',
  SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
  SMTP_URL: 'smtp://mail.example.org:25',
};

describe('the settings of where mail is returned to', () => {
  const read = (more: Record<string, string>): EnvironmentSettings =>
    new EnvironmentSettings({ ...ENOUGH, ...more }, '/bundle');
  const complaintsOf = (more: Record<string, string>): readonly string[] => {
    try {
      read(more);
      return [];
    } catch (failure) {
      if (failure instanceof SettingsFault) return failure.complaints;
      throw failure;
    }
  };

  it('are none unless somebody sets them', () => {
    expect(read({})).toMatchObject({ returnMail: null, returnMailAt: null });
  });

  it('are a domain, in small letters, and a place to listen at', () => {
    expect(read({ RETURN_MAIL: 'Return.Example.org', RETURN_MAIL_AT: '0.0.0.0:2525' })).toMatchObject({
      returnMail: 'return.example.org',
      returnMailAt: { host: '0.0.0.0', port: 2525 },
    });
    expect(read({ RETURN_MAIL: 'return.example.org', RETURN_MAIL_AT: '[::1]:25' }).returnMailAt).toEqual({
      host: '::1',
      port: 25,
    });
    expect(read({ RETURN_MAIL: 'return.example.org' }).returnMailAt).toBeNull();
  });

  it.each([
    'example',
    'a@example.org',
    '-a.example.org',
    'example..org',
    `${'a.'.repeat(100)}org`,
    '10.0.0.1',
  ])('are not the domain %j', (domain) => {
    expect(complaintsOf({ RETURN_MAIL: domain })).toEqual([expect.stringMatching(/^RETURN_MAIL must be/u)]);
  });

  it.each(['2525', '0.0.0.0', '0.0.0.0:0', '0.0.0.0:65536', '0.0.0.0:x', 'smtp://0.0.0.0:25', '::1:25'])(
    'are not the place %j',
    (place) => {
      const complaints = complaintsOf({ RETURN_MAIL: 'return.example.org', RETURN_MAIL_AT: place });
      expect(complaints).toEqual([expect.stringMatching(/^RETURN_MAIL_AT must be/u)]);
    },
  );

  it('are of no use without the others', () => {
    expect(complaintsOf({ RETURN_MAIL: 'return.example.org', SMTP_URL: '' })).toHaveLength(1);
    expect(complaintsOf({ RETURN_MAIL_AT: '0.0.0.0:2525' })).toHaveLength(1);
  });
});
