// Founds a practice with its first admin and prints the link by which they choose a password. Everybody else is added
// by that admin, in the product.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { hashOfToken, newId, newToken } from '@common-ground/api/platform';
import { LANGUAGES, LIMITS, type Language, type SafetyCard } from '@common-ground/contract';
import { asFounder, insertAsFounder } from './as-founder';
import { dataSource } from './data-source';
import { demandOwnerUrl, EnvironmentSettings, SettingsFault } from './settings';

const USAGE = `Found a practice with:
  --name <name>               of the practice, as families read it
  --admin <name>              of the first practice admin
  --email <address>           by which the admin signs in
  --phone <number>            of the practice, on every safety card
  --hours <words>             when somebody answers it, for instance "Monday to Friday, 8 am to 6 pm"
  --time-zone <zone>          for instance America/New_York
  --emergency <number>        911 if it is not said
  --crisis-line <number>      988 if it is not said
  --exit <address>            where "Exit this page" leads; https://www.weather.gov/ if it is not said
  --language <en|es>          of the admin; en if it is not said`;

interface Founding {
  readonly name: string;
  readonly admin: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly exitUrl: string;
  readonly safety: SafetyCard;
}

/** Every complaint is made at once. */
function readFounding(args: string[]): Founding {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      name: text,
      admin: text,
      email: text,
      phone: text,
      hours: text,
      'time-zone': text,
      emergency: { ...text, default: '911' },
      'crisis-line': { ...text, default: '988' },
      exit: { ...text, default: 'https://www.weather.gov/' },
      language: { ...text, default: 'en' },
    },
  });
  const complaints: string[] = [];
  const said = (option: string, value: string | undefined): string => {
    const words = value?.trim() ?? '';
    if (words === '') complaints.push(`--${option} is missing`);
    else if (words.length > LIMITS.name) complaints.push(`--${option} is longer than ${LIMITS.name} letters`);
    return words;
  };
  const founding = {
    name: said('name', values.name),
    admin: said('admin', values.admin),
    email: said('email', values.email).toLowerCase(),
    language: LANGUAGES.find((one) => one === values.language) ?? 'en',
    timeZone: said('time-zone', values['time-zone']),
    exitUrl: said('exit', values.exit),
    safety: {
      practicePhone: said('phone', values.phone),
      practiceHours: said('hours', values.hours),
      emergencyNumber: said('emergency', values.emergency),
      crisisLine: said('crisis-line', values['crisis-line']),
      // Whoever founds a practice has just looked the numbers up.
      checkedOn: new Date().toISOString().slice(0, 10),
    },
  };
  if (founding.email !== '' && !/^[^\s@]+@[^\s@]+$/u.test(founding.email))
    complaints.push('--email must be one e-mail address');
  if (founding.timeZone !== '' && !isTimeZone(founding.timeZone))
    complaints.push('--time-zone must be the name of a time zone such as America/New_York');
  if (!URL.canParse(founding.exitUrl) || !founding.exitUrl.startsWith('https://'))
    complaints.push('--exit must be an https:// address');
  if (!LANGUAGES.some((one) => one === values.language))
    complaints.push(`--language must be one of ${LANGUAGES.join(', ')}`);
  if (complaints.length > 0) throw new SettingsFault(complaints);
  return founding;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** @returns the link, which works once and for three days; only its hash is kept */
async function found({ name, admin, email, language, timeZone, exitUrl, safety }: Founding): Promise<string> {
  const settings = EnvironmentSettings.ofThisProcess(import.meta.dirname);
  const owner = dataSource(demandOwnerUrl(), 1);
  await owner.initialize();
  try {
    const token = newToken();
    await asFounder(owner, async (tx) => {
      const [practiceId, id] = [newId<'practice'>(), newId<'person'>()];
      await insertAsFounder(tx, 'practice', {
        id: practiceId,
        name,
        time_zone: timeZone,
        exit_url: exitUrl,
        safety: JSON.stringify(safety),
      });
      await insertAsFounder(tx, 'person', { practice_id: practiceId, id, display_name: admin, language });
      // The role makes its holder known as staff.
      await insertAsFounder(tx, 'staff_role', { practice_id: practiceId, person_id: id, role: 'admin' });
      await tx.query('update staff set email = $3 where practice_id = $1 and person_id = $2', [
        practiceId,
        id,
        email,
      ]);
      await insertAsFounder(tx, 'access_link', {
        practice_id: practiceId,
        token_hash: hashOfToken(token),
        person_id: id,
        made_by: id,
        clears_second_factor: false,
        ends_at: new Date(Date.now() + 72 * 3_600_000),
      });
    });
    return `${settings.origins[0] ?? ''}/welcome/${token}`;
  } finally {
    await owner.destroy();
  }
}

async function run(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.length === 0) {
    process.stdout.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const founding = readFounding(args);
  const link = await found(founding);
  process.stdout.write(
    `${founding.name} is founded. With this link ${founding.admin} chooses a password, once and within three days:\n${link}\n`,
  );
}

run().catch((failure: unknown) => {
  const words = failure instanceof Error ? failure.message : String(failure);
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
});
