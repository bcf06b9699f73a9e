import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type {
  DocumentId,
  FamilySessionId,
  OnTable,
  RolePlayScriptContent,
  RunMoves,
  SessionRun,
} from '@common-ground/contract';
import { playing, running, speaking } from '@common-ground/rules/content';
import { SaveQueue, following, type SaveWord, type Saving } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';

const A_SECOND = 1_000;
const NOTHING_THERE: OnTable = { scripts: [], papers: [] };
/** While a move is with the server, or just was, what lies on the table is told in a moment. */
const ON_ITS_WAY: readonly SaveWord[] = ['saved', 'saving'];

/**
 * Where the hour stands, as this page knows it. Moves happen here at once and wait for the server where they must.
 * Time is counted on from what the server said, by a clock that only runs forward and that nobody sets.
 */
@Injectable()
export class RunStore {
  private readonly queue = inject(SaveQueue);
  private readonly client = inject(SessionsClient);

  private readonly id = signal<FamilySessionId | null>(null);
  private readonly live = following<SessionRun>(() => {
    const id = this.id();
    return id === null ? undefined : `sessions/${id}/run/live`;
  }, 'hour');
  /** What was told and dealt with. */
  private heard: SessionRun | null = null;
  private readonly opened = signal<SessionRun | null>(null);
  private readonly stands = signal<running.RunState | null>(null);
  private readonly saving = signal<Saving<RunMoves> | null>(null);
  private readonly now = signal(performance.now());
  /** When the hour, the present visit and the present turn to speak began, or would have, on the clock of this page. */
  private readonly began = signal({ hour: 0, entry: 0, speaking: 0 });
  /** Who moved on while this page moved elsewhere; null when nobody did. */
  readonly overtakenBy = signal<string | null>(null);

  readonly run = computed(() => known(this.opened()));
  readonly state = computed(() => known(this.stands()));
  readonly saveState = computed(() => known(this.saving()).state());
  readonly padRevision = computed(() => this.opened()?.padRevision ?? 0);
  /** The family is led by others now, or the hour is not there any more. */
  readonly isRefused = computed(() => this.refused() !== null && !this.isSomebodyGone());
  /** Somebody was asked in turn who cannot be here any more; the hour is where it was before. */
  readonly hasLostSomebody = signal(false);
  /** The moment this page last heard where the hour is, while it hears nothing. */
  readonly silentSince = computed(() => this.live.silentSince());
  private readonly refused = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'refused' ? trouble : null;
  });
  private readonly isSomebodyGone = computed(
    () => this.refused()?.errors.some(({ code }) => code === 'not-here') ?? false,
  );

  readonly entry = computed(() => this.state().entries[running.place(this.state())] ?? null);
  readonly following = computed(() => running.following(this.state()));
  /** Whether what was told of the entry people are at is of the one this page is at. */
  readonly isTold = computed(() => this.state().at === this.run().at);
  /** What lies on the table here: never what lay on the one before. Of the entry after it, it is known ahead. */
  readonly table = computed<OnTable>(() => {
    const run = this.run();
    if (this.isTold()) return run;
    return running.following(run)?.id === this.state().at ? run.next : NOTHING_THERE;
  });
  /** Gone on further than was told ahead, and nothing comes that would tell: nobody here knows what lies on the table. */
  readonly isTableUnknown = computed(
    () =>
      this.entry() !== null && this.table() === NOTHING_THERE && !ON_ITS_WAY.includes(this.saveState().word),
  );
  readonly place = computed(() => running.place(this.state()) + 1);
  readonly left = computed(() => {
    const { minutes } = this.run();
    return running.timeLeft({ ...this.state(), minutes }, this.seconds());
  });
  /** How much time each has had to speak; null while nobody wants to see it. */
  readonly airtime = computed(() => {
    const { airtime } = this.state();
    return airtime && speaking.sharesOfTime(airtime, this.run().people, this.seconds().speaking);
  });
  readonly notReached = computed(() => running.notReached(this.state()));

  private readonly seconds = computed(() => {
    const passed = (since: number): number => Math.max(0, Math.floor((this.now() - since) / A_SECOND));
    const began = this.began();
    return { hour: passed(began.hour), entry: passed(began.entry), speaking: passed(began.speaking) };
  });

  constructor() {
    const tick = setInterval(() => this.now.set(performance.now()), A_SECOND);
    inject(DestroyRef).onDestroy(() => clearInterval(tick));
    // Somebody may lead it from another device. What is told while a move is on its way waits for that.
    effect(() => {
      const told = this.live.state();
      const isQuiet = this.saving()?.state().word === 'saved';
      if (told !== null && isQuiet) untracked(() => this.takeOver(told));
    });
    effect(() => {
      const trouble = this.saving()?.trouble();
      if (trouble?.sort === 'conflict') untracked(() => void this.giveWay(trouble.changedBy));
    });
    effect(() => {
      if (this.isSomebodyGone()) untracked(() => void this.lookAgain());
    });
  }

  open(run: SessionRun): void {
    this.id.set(run.id);
    const saving = this.follow(run, performance.now());
    if (saving.newer) this.stands.set(running.after(run, saving.newer, run.seconds));
  }

  next(): void {
    this.move(running.next(this.state()));
  }

  back(): void {
    this.move(running.back(this.state()));
  }

  skip(): void {
    this.move(running.leaveOut(this.state(), 'skipped'));
  }

  park(): void {
    this.move(running.leaveOut(this.state(), 'parked'));
  }

  lengthen(): void {
    this.move(running.lengthen(this.state()));
  }

  stop(): void {
    this.move(running.end(this.state(), 'stopped'));
  }

  breathe(isBreathing: boolean): void {
    this.move(running.breathe(this.state(), isBreathing));
  }

  beginRound(order: readonly string[]): void {
    this.move(running.beginRound(this.state(), order));
  }

  nextTurn(): void {
    this.move(running.nextTurn(this.state()));
  }

  laterTurn(): void {
    this.move(running.laterTurn(this.state()));
  }

  beginPlay(documentId: DocumentId, script: RolePlayScriptContent, parts: playing.PartsToPlay): void {
    const here = this.run().people.map(({ id }) => id);
    this.move(playing.beginPlay(this.state(), documentId, script, here, parts));
  }

  calmDown(script: RolePlayScriptContent): void {
    this.move(playing.calmDown(this.state(), script));
  }

  nextLine(script: RolePlayScriptContent, chosen?: string): void {
    this.move(playing.nextLine(this.state(), script, chosen));
  }

  swapParts(): void {
    this.move(playing.swapParts(this.state()));
  }

  talkOn(): void {
    this.move(playing.talkOn(this.state()));
  }

  endPlay(): void {
    this.move(playing.endPlay(this.state()));
  }

  beginAirtime(): void {
    this.move(speaking.beginAirtime(this.state()));
  }

  speak(id: string | null): void {
    this.move(speaking.speak(this.state(), id));
  }

  countAnew(): void {
    this.move(speaking.countAnew(this.state()));
  }

  showAirtime(onScreen: boolean): void {
    this.move(speaking.showAirtime(this.state(), onScreen));
  }

  endAirtime(): void {
    this.move(speaking.endAirtime(this.state()));
  }

  close(): void {
    this.move(running.end(this.state(), 'closed'));
  }

  goOn(): void {
    this.move(running.goOn(this.state()));
  }

  private move(moves: RunMoves): void {
    const before = this.state();
    this.now.set(performance.now());
    const { entry, speaking: spoke } = this.seconds();
    this.stands.set(
      running.after(before, moves, { entry: before.end === null ? entry : 0, speaking: spoke }),
    );
    if (moves.at !== before.at || moves.end !== before.end)
      this.began.update((began) => ({ ...began, entry: this.now() }));
    if (speaking.beginsToSpeak(before.airtime, moves.airtime))
      this.began.update((began) => ({ ...began, speaking: this.now() }));
    this.overtakenBy.set(null);
    this.hasLostSomebody.set(false);
    this.saving()?.write(moves);
    // A move is no keystroke that others follow: it leaves at once.
    this.saving()?.flush();
  }

  private queueFor({ id, revision, ledAt }: SessionRun): Saving<RunMoves> {
    const at = `sessions/${id}/run`;
    return this.queue.open<RunMoves>({ key: at, path: at, revision, savedAt: ledAt });
  }

  /** Takes over what the server said at this moment, with its time. */
  private follow(run: SessionRun, saidAt: number): Saving<RunMoves> {
    const saving = this.queueFor(run);
    this.opened.set(run);
    this.stands.set({
      at: run.at,
      end: run.end,
      breathing: run.breathing,
      round: run.round,
      play: run.play,
      airtime: run.airtime,
      entries: run.entries,
    });
    this.began.set({
      hour: saidAt - run.seconds.hour * A_SECOND,
      entry: saidAt - run.seconds.entry * A_SECOND,
      speaking: saidAt - run.seconds.speaking * A_SECOND,
    });
    this.now.set(performance.now());
    this.saving.set(saving);
    return saving;
  }

  /** What was said before a move of this page had arrived is older than what stands here. */
  private takeOver(told: SessionRun): void {
    if (told === this.heard) return;
    this.heard = told;
    if (this.queueFor(told).newer === null) this.follow(told, this.live.toldAt());
  }

  /** Somebody else moved first: the hour is where they took it. */
  private async giveWay(by: string | null): Promise<void> {
    if (await this.goWhereItIs()) this.overtakenBy.set(by ?? '');
  }

  private async lookAgain(): Promise<void> {
    if (await this.goWhereItIs()) this.hasLostSomebody.set(true);
  }

  private async goWhereItIs(): Promise<boolean> {
    const newest = await this.client.run(this.run().id).catch(() => null);
    if (newest === null) return false;
    this.saving()?.drop();
    this.follow(newest, performance.now());
    return true;
  }
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('The hour is opened before anything is asked of it.');
  return value;
}
