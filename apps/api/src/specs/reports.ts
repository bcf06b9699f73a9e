import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { practiceWithMail } from './demo-practice';

/** Whom letters are from, and where reports about them go. */
export const RETURN_DOMAIN = 'return.example.org';
export const RETURNING = { MAIL_FROM: 'no-reply@example.org', RETURN_MAIL: RETURN_DOMAIN };

export interface Reported {
  readonly action?: string;
  readonly status?: string;
}

/** What a server for mail writes when it could not deliver a letter, as RFC 3464 has it. */
export function reportAbout(address: string, { action = 'failed', status = '5.1.1' }: Reported = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'To: whoever@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b.1/mx.example.org"',
    '',
    '--b.1/mx.example.org',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered. Said-by-the-server.',
    '',
    '--b.1/mx.example.org',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b.1/mx.example.org--',
    '',
  ].join('\r\n');
}

/** Another server for mail, which brings something to where reports are taken. */
export class OtherServer {
  private port = 0;

  /** @returns a port at which nobody listens yet, and to which it will bring what it has */
  async choosesPort(): Promise<number> {
    this.port = await freePort();
    return this.port;
  }

  /** @returns the code of the answer, of whichever step it was refused at */
  async brings(to: string | readonly string[], raw: string | Buffer, from = ''): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port: this.port });
    try {
      const { response, rejected } = await transport.sendMail({
        envelope: { from, to: [...[to].flat()] },
        raw,
      });
      return rejected.length > 0 ? 0 : Number(response.slice(0, 3));
    } catch (failure) {
      if (failure instanceof Error && 'responseCode' in failure) return Number(failure.responseCode);
      throw failure;
    } finally {
      transport.close();
    }
  }

  async line(): Promise<Line> {
    const socket = connect(this.port, '127.0.0.1');
    await once(socket, 'connect');
    return new Line(socket);
  }
}

/** A bare connection, for what no proper client would say. */
export class Line {
  #said = '';
  readonly ended: Promise<void>;

  constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text;
    });
    // A line that the other side breaks is what some of these are for.
    socket.on('error', () => undefined);
    this.ended = new Promise((ended) => {
      socket.once('close', () => {
        ended();
      });
    });
  }

  get said(): string {
    return this.#said;
  }

  say(words: string): void {
    if (!this.socket.destroyed) this.socket.write(words);
  }

  /** The greeting, and the answers to these commands, one each. */
  async ask(...commands: readonly string[]): Promise<string[]> {
    return [await this.#answer(), ...(await this.after(...commands))];
  }

  /** The answers to commands where something was said before. */
  async after(...commands: readonly string[]): Promise<string[]> {
    const answers: string[] = [];
    for (const command of commands) {
      this.#said = '';
      this.say(`${command}\r\n`);
      answers.push(await this.#answer());
    }
    return answers;
  }

  close(): void {
    this.socket.destroy();
  }

  async #answer(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/u.exec(this.#said)?.[0];
      if (whole !== undefined) return whole;
      if (this.socket.destroyed) return 'ended';
      await Promise.race([once(this.socket, 'data'), this.ended]);
    }
  }
}

/** A practice that takes reports about its mail, and another server that brings them. */
export function practiceWithReports(): ReturnType<typeof practiceWithMail> & { readonly other: OtherServer } {
  const other = new OtherServer();
  const practice = practiceWithMail(async () => ({
    ...RETURNING,
    RETURN_MAIL_AT: `127.0.0.1:${await other.choosesPort()}`,
  }));
  return { ...practice, other };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
