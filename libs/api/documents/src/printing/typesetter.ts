import { Worker } from 'node:worker_threads';
import type { TypesettingOrder, TypesettingReply } from './typesetting.worker';

/** Nothing anybody may print takes this long; a thread that does is stuck and is replaced. */
const LONGEST_WAIT_MS = 30_000;
/** More than this many people waiting for paper at once is a flood, and memory is not for floods. */
const LONGEST_QUEUE = 200;

export type Typeset = Extract<TypesettingReply, { pdf: Uint8Array }>;

interface Waiting {
  readonly resolve: (typeset: Typeset) => void;
  readonly reject: (failure: Error) => void;
}

/** Keeps one warm typesetting thread, started at the first order and replaced when it dies. */
export class Typesetter {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private stuck: NodeJS.Timeout | null = null;

  async typeset(template: string, sheet: string): Promise<Typeset> {
    if (this.waiting.size >= LONGEST_QUEUE) throw new Error('Too many documents wait to be printed.');
    const worker = (this.worker ??= this.start());
    this.lastId += 1;
    const order: TypesettingOrder = { id: this.lastId, template, sheet };
    return new Promise<Typeset>((resolve, reject) => {
      this.waiting.set(order.id, { resolve, reject });
      worker.ref();
      worker.postMessage(order);
      this.watch();
    });
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.lose(new Error('The typesetter was stopped.'));
    await worker?.terminate();
  }

  private start(): Worker {
    // Beside this file when run as it stands, beside the bundle when built.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./typesetting.worker.${extension}`, import.meta.url));
    worker.on('message', (reply: TypesettingReply) => {
      this.hear(reply);
    });
    worker.on('error', (failure) => {
      if (this.worker === worker) this.lose(failure instanceof Error ? failure : new Error(String(failure)));
    });
    worker.on('exit', () => {
      if (this.worker === worker) this.lose(new Error('The typesetter died.'));
    });
    worker.unref();
    return worker;
  }

  private hear(reply: TypesettingReply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    this.watch();
    // An idle thread does not keep the process alive.
    if (this.waiting.size === 0) this.worker?.unref();
    if ('failure' in reply) waiting?.reject(new Error(reply.failure));
    else waiting?.resolve(reply);
  }

  /** The clock starts anew with each reply: a long queue is not a stuck thread. */
  private watch(): void {
    if (this.stuck) clearTimeout(this.stuck);
    this.stuck = null;
    if (this.waiting.size === 0) return;
    this.stuck = setTimeout(() => {
      const worker = this.worker;
      this.lose(new Error('The typesetter took too long.'));
      void worker?.terminate();
    }, LONGEST_WAIT_MS);
  }

  private lose(failure: Error): void {
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.watch();
    for (const { reject } of waiting) reject(failure);
  }
}
