import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { FamilySessionId, PrivateNoteDraft } from '@common-ground/contract';
import { LeftWords, SaveQueue, Words, type Saving, WordsInTemplate } from '@common-ground/web/platform';

/** What a therapist wrote about an hour and the server never took, since the family left their caseload meanwhile. */
@Component({
  selector: 'cg-left-note',
  imports: [LeftWords, WordsInTemplate],
  template: `
    <cg-left-words
      *cgWords="let t"
      [fields]="fields()"
      [why]="t('sessions.note.left')"
      (letGo)="saving()?.drop()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftNote {
  private readonly queue = inject(SaveQueue);
  private readonly words = inject(Words);

  readonly id = input.required<FamilySessionId>();

  protected readonly saving = signal<Saving<PrivateNoteDraft> | null>(null);
  protected readonly fields = computed(() => {
    const left = this.saving()?.newer ?? null;
    if (left === null || this.saving()?.state().word === 'saved') return [];
    return NOTE_FIELDS.map((field) => ({
      name: this.words.say(`sessions.note.${field}`),
      words: left[field],
    }));
  });

  constructor() {
    effect(() => {
      const at = noteAt(this.id());
      untracked(() => this.saving.set(this.queue.open<PrivateNoteDraft>({ key: at, path: at, revision: 0 })));
    });
  }
}

export const NOTE_FIELDS = ['preparation', 'notes'] as const satisfies readonly (keyof PrivateNoteDraft)[];

export function noteAt(id: FamilySessionId): string {
  return `sessions/${id}/note`;
}
