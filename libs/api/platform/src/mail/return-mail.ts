import type { Socket } from 'node:net';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { MailId } from '@common-ground/contract';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Database } from '../database/database';
import { Settings } from '../settings/settings';
import { failedForGood } from './delivery-report';
import { inBothSpellings, mailReturnedTo } from './return-address';

const MOST_BYTES = 256 * 1024;
const MOST_CONNECTIONS = 10;
const IDLE_MS = 10_000;
/** However busy a connection is. A report is there in a second. */
const LONGEST_MS = 30_000;
const GOODBYE_MS = 1000;
const LONGEST_LINE = 2048;

/** What is said to whoever brings something: never more than whether it is taken. */
class Answer extends Error {
  constructor(
    readonly responseCode: number,
    words: string,
  ) {
    super(words);
  }

  static readonly notTaken = new Answer(550, 'Nobody of that name');
  static readonly notAReport = new Answer(550, 'Reports about mail alone are taken here');
  static readonly later = new Answer(451, 'Come again later');
}

/**
 * Takes the reports that servers for mail send when a letter of ours could not be delivered after all, and notes which
 * came back. It takes nothing else, hands nothing on, and keeps nothing of what it reads.
 */
@Injectable()
export class ReturnMail implements OnApplicationShutdown {
  readonly #log = new Logger('ReturnMail');
  readonly #sockets = new Set<Socket>();
  #server: SMTPServer | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** Begins to listen, where this process is the one that reports come to. */
  async open(): Promise<void> {
    const at = this.settings.returnMailAt;
    if (at === null) return;
    const server = this.#listener();
    this.#server = server;
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(at.port, at.host, () => {
        server.off('error', failed);
        listening();
      });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    await new Promise<void>((closed) => {
      server.close(closed);
    });
    for (const socket of this.#sockets) socket.destroy();
  }

  #listener(): SMTPServer {
    const server = new SMTPServer({
      name: this.settings.returnMail ?? 'localhost',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: MOST_BYTES,
      rejectOversized: true,
      maxClients: MOST_CONNECTIONS,
      maxRecipients: 1,
      maxCommandLength: LONGEST_LINE,
      socketTimeout: IDLE_MS,
      closeTimeout: GOODBYE_MS,
      // Reports come from nobody (RFC 3464): an answer to one would have nowhere to go.
      onMailFrom: ({ address }, _session, next) => {
        next(address === '' ? null : Answer.notAReport);
      },
      onRcptTo: ({ address }, _session, next) => {
        this.#demandAwaited(address).then(next, () => {
          next(Answer.later);
        });
      },
      onData: (stream, session, next) => {
        this.#take(stream, session).then(
          () => {
            next();
          },
          () => {
            next(Answer.later);
          },
        );
      },
    });
    server.on('error', (failure) => {
      this.#log.warn(`a connection failed: ${'code' in failure ? String(failure.code) : 'unknown'}`);
    });
    // Those beyond are refused after they were let in: how many may stand there to be refused has an end too.
    server.server.maxConnections = 3 * MOST_CONNECTIONS;
    server.server.on('connection', (socket) => {
      this.#bound(socket);
    });
    return server;
  }

  /** Nobody keeps a connection for longer than a report takes, whatever they send through it. */
  #bound(socket: Socket): void {
    const end = setTimeout(() => socket.destroy(), LONGEST_MS);
    this.#sockets.add(socket);
    socket.once('close', () => {
      clearTimeout(end);
      this.#sockets.delete(socket);
    });
  }

  async #demandAwaited(address: string): Promise<Answer | null> {
    const mailId = this.#mailOf(address);
    if (mailId === null) return Answer.notTaken;
    const [found] = await this.database.beforeSignIn<{ awaited: boolean }>(
      'select awaited from access.return_is_awaited($1) as awaited',
      [mailId],
    );
    return found?.awaited === true ? null : Answer.notTaken;
  }

  async #take(stream: SMTPServerDataStream, { envelope: { rcptTo } }: SMTPServerSession): Promise<void> {
    const message = await received(stream);
    const mailId = this.#mailOf(rcptTo[0]?.address ?? '');
    if (mailId === null || message === null) return;
    const addresses = failedForGood(message).flatMap(inBothSpellings);
    if (addresses.length === 0) return;
    const noted = await this.database.beforeSignIn('select from access.note_mail_returned($1, $2)', [
      mailId,
      addresses,
    ]);
    if (noted.length > 0) this.#log.warn(`${mailId} came back`);
  }

  #mailOf(address: string): MailId | null {
    const { returnMail, secretKey } = this.settings;
    return returnMail === null ? null : mailReturnedTo(address, { domain: returnMail, secretKey });
  }
}

/** All of it, or null where it is more than is taken: of that nothing is kept, and the server says no by itself. */
function received(stream: SMTPServerDataStream): Promise<Buffer | null> {
  return new Promise((done, failed) => {
    let chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      if (stream.sizeExceeded) chunks = [];
      else chunks.push(chunk);
    });
    stream.once('end', () => {
      done(stream.sizeExceeded ? null : Buffer.concat(chunks));
    });
    stream.once('error', failed);
  });
}
