import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { DocumentId, RolePlayScriptContent } from '@common-ground/contract';
import { calmTurnFrom, playing, saidIn, voicesOf, type TurnVoice } from '@common-ground/rules/content';
import { Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { PartsToPlay } from './parts-to-play';
import { RunStore } from './run.store';

/** A script that everybody plays together, led line by line; then the talk about it, whoever watched first. */
@Component({
  selector: 'cg-run-play',
  imports: [PartsToPlay, WordsInTemplate, Waiting],
  templateUrl: './run-play.html',
  styleUrl: './run-play.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunPlay {
  private readonly client = inject(SessionsClient);
  private readonly injector = inject(Injector);
  protected readonly store = inject(RunStore);

  /** No name stands on a screen that others see: each sees on their own phone which part is theirs. */
  readonly isShared = input.required<boolean>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly mark = computed(() =>
    this.store
      .table()
      .scripts.map(({ documentId, version }) => `${documentId} ${version}`)
      .join(),
  );
  protected readonly scripts = loaded(
    () => this.mark() || undefined,
    (_mark, stop) => this.read(stop),
  );
  protected readonly play = computed(() => this.store.state().play);
  /** The script that is played, once it is read. */
  protected readonly script = computed(
    () => this.scripts.value()?.find(({ id }) => id === this.play()?.documentId)?.content ?? null,
  );
  protected readonly turn = computed(
    () => this.script()?.turns.find(({ id }) => id === this.play()?.at) ?? null,
  );
  protected readonly place = computed(() => {
    const turn = this.turn();
    return turn === null ? 0 : (this.script()?.turns.indexOf(turn) ?? -1) + 1;
  });
  /** How the line is said on this screen; each line begins as it is written. */
  protected readonly voice = linkedSignal<string, TurnVoice>({
    source: () => this.play()?.at ?? '',
    computation: () => 'line',
  });
  protected readonly said = computed(() => {
    const turn = this.turn();
    return turn === null ? null : { words: saidIn(turn, this.voice()), voices: voicesOf(turn) };
  });
  protected readonly branches = computed(() => {
    const [play, turn] = [this.play(), this.turn()];
    return play === null || turn === null ? [] : playing.branchesOf(play, turn);
  });
  protected readonly canCalm = computed(() => {
    const script = this.script();
    return script !== null && calmTurnFrom(script, this.play()?.at ?? '') !== null;
  });
  /** What is to be played of each script, before it begins. */
  private readonly chosen = signal<Readonly<Record<DocumentId, playing.PartsToPlay>>>({});

  protected readonly ending = computed(
    () => this.script()?.endings.find(({ id }) => id === this.play()?.at) ?? null,
  );
  protected readonly speaker = computed(() => {
    const roleId = this.turn()?.roleId;
    const role = this.script()?.roles.find(({ id }) => id === roleId);
    if (role === undefined) return null;
    const by = this.play()?.parts.find((part) => part.roleId === roleId)?.by ?? null;
    const name = this.store.run().people.find(({ id }) => id === by)?.displayName ?? null;
    return { role: role.name, name };
  });

  protected contentOf(documentId: DocumentId): RolePlayScriptContent | null {
    return this.scripts.value()?.find(({ id }) => id === documentId)?.content ?? null;
  }

  protected partsOf(documentId: DocumentId): playing.PartsToPlay {
    return this.chosen()[documentId] ?? { from: '', leftOut: [] };
  }

  protected choose(documentId: DocumentId, parts: playing.PartsToPlay): void {
    this.chosen.update((chosen) => ({ ...chosen, [documentId]: parts }));
  }

  protected begin(documentId: DocumentId): void {
    const content = this.contentOf(documentId);
    if (content === null) return;
    this.store.beginPlay(documentId, content, this.partsOf(documentId));
    this.toHeading();
  }

  protected next(script: RolePlayScriptContent, chosen?: string): void {
    this.store.nextLine(script, chosen);
    this.toHeading();
  }

  protected calmDown(script: RolePlayScriptContent): void {
    this.store.calmDown(script);
    this.toHeading();
  }

  protected act(move: 'endPlay' | 'swapParts' | 'talkOn'): void {
    this.store[move]();
    this.toHeading();
  }

  private async read(stop: AbortSignal): Promise<{ id: DocumentId; content: RolePlayScriptContent }[]> {
    const { scripts } = this.store.table();
    const versions = await Promise.all(
      scripts.map(({ documentId, version }) => this.client.version(documentId, version, stop)),
    );
    return versions.flatMap(({ content }, at) => {
      const id = scripts[at]?.documentId;
      return id !== undefined && 'turns' in content ? [{ id, content }] : [];
    });
  }

  /** What was read is gone; the cursor goes to what took its place. */
  private toHeading(): void {
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }
}
