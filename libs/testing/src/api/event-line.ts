export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** A stream of events that somebody follows. */
export class EventLine {
  readonly status: number;
  readonly headers: Headers;
  readonly #events: ServerEvent[] = [];
  readonly #ended: Promise<number>;
  #told: (() => void)[] = [];

  constructor(
    response: Response,
    private readonly gone: AbortController,
  ) {
    this.status = response.status;
    this.headers = response.headers;
    this.#ended = this.#read(response).then(() => performance.now());
  }

  /** The first event from now on, or already come, that is like this. */
  async until<Data>(isIt: (data: Data) => boolean, within = 10_000): Promise<Data> {
    const tooLate = performance.now() + within;
    for (;;) {
      const found = this.#events.find(({ event, data }) => event !== 'beat' && isIt(data as Data));
      if (found) return found.data as Data;
      const left = tooLate - performance.now();
      if (left <= 0) throw new Error(`It was not told. Told was: ${JSON.stringify(this.#events)}`);
      await new Promise<void>((go) => {
        const timer = setTimeout(go, left);
        this.#told.push(() => {
          clearTimeout(timer);
          go();
        });
      });
    }
  }

  get events(): readonly ServerEvent[] {
    return this.#events;
  }

  /** When the other end closed it, on the clock of `performance`. */
  ended(): Promise<number> {
    return this.#ended;
  }

  leave(): void {
    this.gone.abort();
  }

  async #read(response: Response): Promise<void> {
    let waiting = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        waiting += decoder.decode(chunk as Uint8Array, { stream: true });
        const parts = waiting.split('\n\n');
        waiting = parts.pop() ?? '';
        this.#events.push(...parts.flatMap(eventIn));
        for (const told of this.#told.splice(0)) told();
      }
    } catch {
      // Left, or the process at the other end is gone: it has ended either way.
    }
  }
}

/** A stream says how things stand and then has no end, so it is read so far and left. */
export async function firstEventOf(response: Response): Promise<Buffer> {
  let said = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    said = Buffer.concat([said, chunk as Uint8Array]);
    if (/^data:.*\n\n/mu.test(said.toString())) break;
  }
  return said;
}

function eventIn(text: string): ServerEvent[] {
  const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'mu').exec(text)?.[1] ?? '';
  return field('data') === ''
    ? []
    : [{ id: field('id'), event: field('event'), data: JSON.parse(field('data')) as unknown }];
}
