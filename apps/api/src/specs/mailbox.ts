import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Client } from 'pg';
import { SMTPServer } from 'smtp-server';

interface Taken {
  readonly to: readonly string[];
  readonly from: string;
  /** What the sender asks to be told of, where it does not arrive. */
  readonly notify: readonly string[];
  /** How much of a letter is to come back with a report. */
  readonly returned: string | null;
  readonly mail: ParsedMail;
}

/** Everything that is sent to anybody, behind a real SMTP server; `refused@…` is nobody it knows. */
export class Mailbox {
  readonly #received: Taken[] = [];
  #server: SMTPServer | null = null;
  /** What becomes of the next letter that is taken: nobody hears of it, or it is sent away for now. */
  #next: 'silence' | 'later' | null = null;
  #port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  to(address: string): ParsedMail[] {
    return this.taken(address).map(({ mail }) => mail);
  }

  /** The same with the words of their envelopes. */
  taken(address: string): Taken[] {
    return this.#received.filter(({ to }) => to.includes(address));
  }

  /** The next letter is taken, and whoever brought it never hears that it was. */
  takeTheNextInSilence(): void {
    this.#next = 'silence';
  }

  /** The next letter is read and not taken: it is to come again later. */
  putTheNextOff(): void {
    this.#next = 'later';
  }

  /** From now on nobody answers at its address. */
  async goAway(): Promise<void> {
    await new Promise<void>((closed) => {
      if (this.#server === null) closed();
      else this.#server.close(closed);
    });
  }

  /** From now on it answers, at the address it has had before. */
  async comeBack(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      hideDSN: false,
      onRcptTo: ({ address }, _session, next) => {
        next(
          address.startsWith('refused@')
            ? Object.assign(new Error('Nobody of that name'), { responseCode: 550 })
            : null,
        );
      },
      onData: (stream, { envelope }, next) => {
        simpleParser(stream).then(
          (mail) => {
            const [how] = [this.#next, (this.#next = null)];
            if (how === 'later') {
              next(Object.assign(new Error('Come again later'), { responseCode: 451 }));
              return;
            }
            this.#received.push({
              to: envelope.rcptTo.map(({ address }) => address),
              from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
              notify: envelope.rcptTo.flatMap(({ dsn }) => dsn?.notify ?? []),
              returned: envelope.dsn?.ret ?? null,
              mail,
            });
            if (how === null) next();
          },
          (failure: unknown) => {
            next(failure instanceof Error ? failure : new Error('unreadable'));
          },
        );
      },
    });
    this.#server = server;
    await new Promise<void>((listening) => {
      const listener = server.listen(this.#port, '127.0.0.1', () => {
        const address = listener.address();
        if (typeof address === 'object' && address !== null) this.#port = address.port;
        listening();
      });
    });
  }

  close(): Promise<void> {
    return this.goAway();
  }
}

/** Every letter that waits, for its hour or for another try, is tried now, and what comes of it has come. */
export async function everyLetterIsTried(owner: Pick<Client, 'query'>): Promise<void> {
  const pushed = await owner.query<{ id: string }>(
    `with pushed as (
       update pgboss.job set start_after = now() where name = 'mail' and state in ('created', 'retry'))
     select id from pgboss.job where name = 'mail' and state in ('created', 'retry', 'active')`,
  );
  for (let tries = 0; tries < 300; tries += 1) {
    const { rowCount } = await owner.query(
      `select from pgboss.job where id = any ($1) and state in ('created', 'retry', 'active')`,
      [pushed.rows.map(({ id }) => id)],
    );
    if (rowCount === 0) return;
    await pause(100);
  }
  throw new Error('A letter is never tried.');
}
