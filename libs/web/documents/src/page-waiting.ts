import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { type Loaded, PageHeading, PageTitle, Waiting, Words } from '@common-ground/web/platform';

/** For pages whose heading comes with what they wait for: when it does not come, they still have a heading and a title. */
@Component({
  selector: 'cg-page-waiting',
  imports: [PageHeading, Waiting],
  template: `
    @if (on().problem()) {
      <h1 cgHeading class="cg-hidden">{{ heading() }}</h1>
    }
    <cg-waiting [on]="on()" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageWaiting {
  private readonly words = inject(Words);

  readonly on = input.required<Loaded<unknown>>();

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.on().problem()) title.set(this.heading());
    });
  }

  protected heading(): string {
    return this.words.say('documents.notShown');
  }
}
