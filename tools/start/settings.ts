// The settings of `npm start`, read once. Everything that is wrong is said at once.
export interface StartSettings {
  port: number;
  host: string;
  dataDir: string;
  /** The owner of an external PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  demo: boolean;
}

export function readSettings(env: NodeJS.ProcessEnv): StartSettings | { complaints: string[] } {
  const complaints: string[] = [];
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    complaints.push(`PORT must be a whole number from 1 to 65535, not "${env['PORT'] ?? ''}".`);
  }

  const databaseUrl = env['DATABASE_URL'] || undefined;
  if (databaseUrl !== undefined && !isUrl(databaseUrl, ['postgres:', 'postgresql:'])) {
    complaints.push('DATABASE_URL must look like postgresql://owner:password@host:5432/database.');
  }
  const publicOrigin = env['PUBLIC_ORIGIN'];
  if (
    publicOrigin &&
    (!isUrl(publicOrigin, ['http:', 'https:']) || new URL(publicOrigin).origin !== publicOrigin)
  ) {
    complaints.push('PUBLIC_ORIGIN must be an origin such as https://practice.example, without a path.');
  }
  if (env['SMTP_URL'] && !isUrl(env['SMTP_URL'], ['smtp:', 'smtps:'])) {
    complaints.push('SMTP_URL must look like smtp://host:25.');
  }

  const demo = env['DEMO'] || (databaseUrl === undefined ? '1' : '0');
  if (demo !== '0' && demo !== '1') complaints.push(`DEMO must be 1 or 0, not "${demo}".`);
  if (demo === '1' && env['NODE_ENV'] === 'production') {
    complaints.push(
      'DEMO=1 opens doors without a password and is refused with NODE_ENV=production; set DEMO=0.',
    );
  }
  if (env['NODE_ENV'] === 'production' && !publicOrigin?.startsWith('https:')) {
    complaints.push('With NODE_ENV=production, PUBLIC_ORIGIN must be an https:// origin.');
  }
  if (env['SECRET_KEY'] && env['SECRET_KEY'].length < 32) {
    complaints.push('SECRET_KEY must have at least 32 characters.');
  }
  if (complaints.length > 0) return { complaints };

  const [host, dataDir] = [env['HOST'] || '127.0.0.1', env['DATA_DIR'] || '.data'];
  return { port, host, dataDir, databaseUrl, demo: demo === '1' };
}

function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
