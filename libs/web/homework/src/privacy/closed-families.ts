import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Erasure, MyPrivacy } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { EraseWords } from './erase-words';
import { MyWords } from './my-words';

/** What somebody wrote in families in which nothing is open for them any more. It stays theirs. */
@Component({
  selector: 'cg-closed-families',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EraseWords, MyWords, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (family of closed(); track family.id) {
        <section>
          <h2>{{ t('homework.privacy.closedFamily') }}</h2>
          <cg-my-words [words]="family.words" />
          <cg-erase-words [familyId]="family.id" [erasures]="erasures()" (changed)="changed.emit($event)" />
        </section>
      }
    </ng-container>
  `,
})
export class ClosedFamilies {
  readonly privacy = input.required<MyPrivacy>();
  readonly erasures = input.required<readonly Erasure[]>();
  readonly changed = output<readonly Erasure[]>();

  protected readonly closed = computed(() => {
    const { families, words } = this.privacy();
    const ids = new Set(words.map(({ familyId }) => familyId));
    for (const { id } of families) ids.delete(id);
    return [...ids].map((id) => ({ id, words: words.filter(({ familyId }) => familyId === id) }));
  });
}
