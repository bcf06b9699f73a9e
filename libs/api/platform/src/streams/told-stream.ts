import { Readable } from 'node:stream';

const BEAT_EVERY = 15_000;
/** What a browser waits before it comes again. */
const COME_AGAIN = 1000;
/** How long whoever reads slowly has to take the last of it. */
const GOODBYE = 1000;
/** Bytes that may wait for a slow line; there is never more than one state worth sending. */
const MOST_WAITING = 65_536;

/** One open line to a browser, in the form of server-sent events. It beats, so that either end knows when it is dead. */
export class ToldStream {
  readonly body = new Readable({ read: () => undefined });
  readonly #beat: NodeJS.Timeout;
  #isOver = false;

  /** @param onOver called once, however it ends */
  constructor(private readonly onOver: () => void) {
    this.body.push(`retry: ${COME_AGAIN}\n\n`);
    this.#beat = setInterval(() => {
      this.#say('event: beat\ndata: {}\n\n');
    }, BEAT_EVERY);
    this.body.once('close', () => {
      this.#over();
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  tell(event: string, mark: string, state: unknown): void {
    this.#say(`id: ${mark}\nevent: ${event}\ndata: ${JSON.stringify(state)}\n\n`);
  }

  /** Says nothing more. A line that does not take what was said by then is cut. */
  end(): void {
    if (this.#isOver) return;
    this.#over();
    this.body.push(null);
    setTimeout(() => this.body.destroy(), GOODBYE).unref();
  }

  #say(text: string): void {
    if (this.#isOver) return;
    this.body.push(text);
    if (this.body.readableLength > MOST_WAITING) this.body.destroy();
  }

  #over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#beat);
    this.onOver();
  }
}
