import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { RequestWithActor } from '../door/labels';
import { WhoseSession } from '../door/whose-session';
import { Refusal } from '../problems/refusal';
import { Bell } from './bell';
import { ToldStream } from './told-stream';

/** A right that has ended ends its stream within five seconds: this long between two looks, and this long for one. */
const LOOK_EVERY = 3000;
const LOOK_WITHIN = 1500;

const MOST_OF_ALL = 400;
const MOST_OF_ONE = 8;

/** Something that is followed while it changes. */
export interface Followed<State> {
  /** What the bell rings for. */
  readonly id: string;
  /** The name under which its state is sent. */
  readonly event: string;
  /** Its state for this person, in a transaction of theirs, with the rules asked anew; refuses when they have no right. */
  read(actor: Actor): Promise<State>;
  /** Changes whenever the state does. */
  mark(state: State): string;
}

/**
 * Server-sent events: the present state at once, and again whenever it is another one. Nothing is kept for those who
 * were away, as they are told how things stand when they come back. Between two looks no connection is held.
 */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  readonly #open = new Map<ToldStream, PersonId>();
  #isOver = false;

  constructor(
    private readonly sessions: WhoseSession,
    private readonly bell: Bell,
  ) {}

  async open<State>(request: RequestWithActor, actor: Actor, followed: Followed<State>): Promise<Readable> {
    this.#demandRoom(actor.personId);
    const first = await followed.read(actor);
    this.#demandRoom(actor.personId);
    return this.#follow(request, actor.personId, followed, first).body;
  }

  onModuleDestroy(): void {
    this.#isOver = true;
    for (const stream of this.#open.keys()) stream.end();
  }

  #demandRoom(personId: PersonId): void {
    if (this.#isOver) throw new Refusal('not-ready');
    const ofOne = [...this.#open.values()].filter((one) => one === personId).length;
    if (this.#open.size >= MOST_OF_ALL || ofOne >= MOST_OF_ONE) throw new Refusal('too-many-requests');
  }

  #follow<State>(
    request: RequestWithActor,
    personId: PersonId,
    followed: Followed<State>,
    first: State,
  ): ToldStream {
    const { id, event } = followed;
    let told = followed.mark(first);
    const look = inTurn(async () => {
      if (stream.isOver) return;
      const state = await this.#look(request, personId, followed);
      if (state === null) return stream.end();
      const mark = followed.mark(state);
      if (mark === told) return;
      told = mark;
      stream.tell(event, told, state);
    });
    const looking = setInterval(look, LOOK_EVERY);
    const deaf = this.bell.hear(id, look);
    const stream = new ToldStream(() => {
      clearInterval(looking);
      deaf();
      this.#open.delete(stream);
    });
    this.#open.set(stream, personId);
    stream.tell(event, told, first);
    // Whoever asks for the head alone is answered with that, and followed by nothing.
    if (request.method === 'HEAD') stream.end();
    // What changed between the first look and listening was not heard.
    else look();
    return stream;
  }

  /** The state as this person may see it now; null when they may not, or when that cannot be found out in time. */
  async #look<State>(
    request: RequestWithActor,
    personId: PersonId,
    followed: Followed<State>,
  ): Promise<State | null> {
    let tooLate: NodeJS.Timeout | undefined;
    const late = new Promise<null>((give) => {
      tooLate = setTimeout(give, LOOK_WITHIN, null);
    });
    const seen = async (): Promise<State | null> => {
      const found = await this.sessions.of(request, false);
      if (found?.personId !== personId || found.opens !== 'everything') return null;
      return followed.read({ personId, practiceId: found.practiceId, roles: found.roles });
    };
    try {
      return await Promise.race([seen(), late]);
    } catch {
      return null;
    } finally {
      clearTimeout(tooLate);
    }
  }
}

/** One at a time; whoever asks while it runs is served by one more run after it. */
function inTurn(work: () => Promise<void>): () => void {
  let isAtIt = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isAtIt = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isAtIt = false;
  };
  return () => {
    isWanted = true;
    if (!isAtIt) void run();
  };
}
