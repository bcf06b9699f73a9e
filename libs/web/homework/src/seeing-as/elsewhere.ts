import { ChangeDetectionStrategy, Component, EnvironmentInjector, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, Words } from '@common-ground/web/platform';
import { SeenAsStore } from './seen-as.store';

/** Where a link leads to a page of somebody's own, which nobody else opens. It is said to whoever looks, in their language. */
@Component({
  selector: 'cg-elsewhere',
  imports: [PageHeading, RouterLink],
  template: `
    <h1 cgHeading>{{ says('elsewhereTitle') }}</h1>
    <p>{{ says('elsewhere') }}</p>
    <p>
      <a [routerLink]="store.root()">{{ says('elsewhereBack') }}</a>
    </p>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  host: { '[attr.lang]': 'words.language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Elsewhere {
  protected readonly words = inject(EnvironmentInjector).get(Words);
  protected readonly store = inject(SeenAsStore);
  private readonly name = computed(() => this.store.seen.value()?.line.member.displayName ?? '');

  protected says(key: string): string {
    return this.words.say(`documents.seenAs.${key}`, { name: this.name() });
  }
}
