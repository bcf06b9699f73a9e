import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Settings } from '@common-ground/api/platform';

/** Secrets that stand in examples; a program started with one of them would be open to everybody. */
const KNOWN_SECRETS = ['changeme', 'secret', 'password', 'default'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export class SettingsFault extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(`The settings cannot be used:\n${complaints.map((complaint) => `  - ${complaint}`).join('\n')}`);
  }
}

/** The settings of one process, read from its environment. Every complaint is made at once. */
export class EnvironmentSettings extends Settings {
  readonly databaseUrl: string;
  /** How many connections this process keeps; with several processes their sum has to fit into the server's. */
  readonly databasePool: number;
  readonly port: number;
  readonly host: string;
  readonly secretKey: string;
  readonly demo: boolean;
  readonly sealKeyFile: string | null;
  readonly production: boolean;
  readonly origins: readonly string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly returnMail: string | null;
  readonly returnMailAt: { readonly host: string; readonly port: number } | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  readonly webRoot: string;
  readonly secureCookie: boolean;
  /** Tests run against a database without fsync; nothing else may. */
  readonly allowsFsyncOff: boolean;

  /** @throws SettingsFault naming everything that is wrong */
  static ofThisProcess(bundleFolder: string): EnvironmentSettings {
    return new EnvironmentSettings(process.env, bundleFolder);
  }

  /** @throws SettingsFault naming everything that is wrong */
  constructor(environment: Readonly<Record<string, string | undefined>>, bundleFolder: string) {
    super();
    const complaints: string[] = [];
    const text = (name: string, otherwise: string): string => environment[name]?.trim() || otherwise;

    this.databaseUrl = text('DATABASE_URL', '');
    if (!/^postgres(?:ql)?:\/\/./u.test(this.databaseUrl)) {
      complaints.push('DATABASE_URL must be the address of a PostgreSQL database (postgresql://…)');
    }
    this.databasePool = Number(text('DATABASE_POOL', '10'));
    if (!Number.isInteger(this.databasePool) || this.databasePool < 1 || this.databasePool > 100) {
      complaints.push('DATABASE_POOL must be a whole number from 1 to 100');
    }
    this.port = Number(text('PORT', '3000'));
    if (!Number.isInteger(this.port) || this.port < 0 || this.port > 65_535) {
      complaints.push('PORT must be a whole number from 0 to 65535');
    }
    this.host = text('HOST', '127.0.0.1');
    this.secretKey = text('SECRET_KEY', '');
    if (
      this.secretKey.length < 32 ||
      KNOWN_SECRETS.some((known) => this.secretKey.toLowerCase().includes(known))
    ) {
      complaints.push('SECRET_KEY must be at least 32 characters that nobody can guess');
    }
    const demo = text('DEMO', '0');
    if (demo !== '0' && demo !== '1') complaints.push('DEMO must be 0 or 1');
    this.demo = demo === '1';
    this.production = environment['NODE_ENV'] === 'production';
    if (this.demo && this.production) complaints.push('DEMO=1 is refused together with NODE_ENV=production');

    this.sealKeyFile = text('SEAL_KEY_FILE', '') || null;
    if (this.production && this.sealKeyFile === null) {
      complaints.push('SEAL_KEY_FILE must name the key that the records are sealed with, in production');
    }

    const publicOrigin = originOf(text('PUBLIC_ORIGIN', ''));
    if (publicOrigin === null)
      complaints.push('PUBLIC_ORIGIN must be an origin such as https://plans.example.org');
    this.origins = publicOrigin
      ? [publicOrigin]
      : ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${this.port}`);
    this.secureCookie = publicOrigin?.startsWith('https:') === true;
    if (this.production && !this.secureCookie)
      complaints.push('PUBLIC_ORIGIN must be an https:// origin in production');

    const smtpUrl = text('SMTP_URL', '');
    if (smtpUrl !== '' && !/^smtps?:\/\/[^/\s]+/u.test(smtpUrl))
      complaints.push('SMTP_URL must be the address of a mail server such as smtp://mail.example.org:25');
    this.smtpUrl = smtpUrl === '' ? null : smtpUrl;
    const host = /^https?:\/\/(.+?)(?::\d+)?$/u.exec(this.origins[0] ?? '')?.[1] ?? 'localhost';
    this.mailFrom = text('MAIL_FROM', `no-reply@${host}`);
    if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/u.test(this.mailFrom))
      complaints.push('MAIL_FROM must be one e-mail address such as no-reply@plans.example.org');
    const returnMail = text('RETURN_MAIL', '').toLowerCase();
    if (returnMail !== '' && !isDomain(returnMail))
      complaints.push('RETURN_MAIL must be a domain such as return.plans.example.org');
    this.returnMail = returnMail === '' ? null : returnMail;
    if (this.returnMail !== null && this.smtpUrl === null)
      complaints.push('RETURN_MAIL is of use together with SMTP_URL alone');
    const returnMailAt = text('RETURN_MAIL_AT', '');
    this.returnMailAt = returnMailAt === '' ? null : placeOf(returnMailAt);
    if (returnMailAt !== '' && (this.returnMailAt === null || this.returnMail === null))
      complaints.push('RETURN_MAIL_AT must be an address and port such as 0.0.0.0:2525, beside RETURN_MAIL');
    this.trustedProxies = text('TRUSTED_PROXIES', '')
      .split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean);
    if (!this.trustedProxies.every(isAddressOrNetwork)) {
      complaints.push(
        'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas between',
      );
    }

    this.allowsFsyncOff = environment['ALLOW_FSYNC_OFF'] === '1';
    if (this.allowsFsyncOff && this.production) complaints.push('ALLOW_FSYNC_OFF=1 is refused in production');
    this.logLevel = text('LOG_LEVEL', 'info');
    if (!LOG_LEVELS.includes(this.logLevel))
      complaints.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
    this.webRoot = resolve(text('WEB_ROOT', resolve(bundleFolder, '../web/browser')));

    if (complaints.length > 0) throw new SettingsFault(complaints);
  }
}

/**
 * Where the owner of the tables signs in. Only the program that brings the tables up to date is ever told.
 * @throws SettingsFault when it was not
 */
export function demandOwnerUrl(): string {
  const url = process.env['DATABASE_OWNER_URL'];
  if (url === undefined || url === '') {
    throw new SettingsFault(['DATABASE_OWNER_URL must be the address of the database, as its owner']);
  }
  return url;
}

/**
 * The key that seals are made with, for programs that only look at them.
 * @throws SettingsFault when none is named
 */
export function demandSealKeyFile(): string {
  const file = process.env['SEAL_KEY_FILE'];
  if (file === undefined || file === '') {
    throw new SettingsFault(['SEAL_KEY_FILE must name the key that the records are sealed with']);
  }
  return file;
}

/** '' when nothing was set, null when it is not an origin. */
function originOf(text: string): string | null {
  if (text === '') return '';
  try {
    const url = new URL(text);
    return /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search === '' ? url.origin : null;
  } catch {
    return null;
  }
}

/** With the sixty-four letters that may stand before it, an address is not longer than addresses are. */
function isDomain(text: string): boolean {
  return (
    text.length <= 189 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/u.test(text)
  );
}

function placeOf(text: string): { host: string; port: number } | null {
  const { six, name, digits } =
    /^(?:\[(?<six>[0-9a-f:]+)\]|(?<name>[a-z0-9.-]+)):(?<digits>\d{1,5})$/iu.exec(text)?.groups ?? {};
  const [host, port] = [six ?? name, Number(digits)];
  return host !== undefined && port > 0 && port <= 65_535 ? { host, port } : null;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most));
}
