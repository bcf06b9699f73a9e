import {
  overheard,
  scratchDatabase,
  startApi,
  type OverheardDatabase,
  type RunningApi,
} from '@common-ground/testing';
import { Client } from 'pg';
import { everybody, familyNamed, type Cast, type People } from './acts';
import { Mailbox } from './mailbox';

/** Where most specs take place. */
export interface DemoPractice {
  readonly api: RunningApi;
  readonly cast: Cast;
  readonly torres: People;
  /** Past everything: arranges what nobody could do, and sees what is in the rows. */
  readonly owner: Pick<Client, 'query'>;
}

type Env = Readonly<Record<string, string>>;

/**
 * The demo practice on a server of its own, with everybody signed in, for all tests of a `describe`. What it answers is
 * there when the first test, or the next `beforeAll`, begins.
 * @param env what else the server is told, asked for before it starts
 */
export function demoPractice(env: () => Promise<Env> = () => Promise.resolve({})): DemoPractice {
  return practiceOn(async () => startApi({ env: { ...(await env()) } }));
}

function practiceOn(start: () => Promise<RunningApi>): DemoPractice {
  const [api, cast, torres, owner] = [{} as RunningApi, {} as Cast, {} as People, {} as Client];
  let connected: Client | undefined;
  beforeAll(async () => {
    Object.assign(api, await start());
    Object.assign(cast, await everybody(api));
    Object.assign(torres, await familyNamed(cast.therapist, 'Torres family'));
    connected = new Client({ connectionString: api.database.ownerUrl });
    await connected.connect();
    owner.query = connected.query.bind(connected);
  });
  afterAll(async () => {
    await connected?.end();
    await api.stop();
  });
  return { api, cast, torres, owner };
}

/** The same, with all that its server asks of the database overheard: for specs about what a request costs. */
export function overheardPractice(): DemoPractice & { readonly line: OverheardDatabase } {
  const line = {} as OverheardDatabase;
  const practice = practiceOn(async () => {
    const database = await scratchDatabase({ demo: true });
    Object.assign(line, await overheard(database.appUrl));
    return startApi({ database, env: { DATABASE_URL: line.url } });
  });
  afterAll(() => line.close());
  return { ...practice, line };
}

/** The same behind a server for mail, whose mailbox takes whatever is sent to anybody. */
export function practiceWithMail(
  env: () => Promise<Env> = () => Promise.resolve({}),
): DemoPractice & { readonly mailbox: Mailbox } {
  const mailbox = new Mailbox();
  const practice = demoPractice(async () => {
    await mailbox.comeBack();
    return { SMTP_URL: mailbox.url, ...(await env()) };
  });
  afterAll(() => mailbox.close());
  return { ...practice, mailbox };
}
