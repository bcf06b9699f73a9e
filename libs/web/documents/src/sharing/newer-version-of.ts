import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  signal,
} from '@angular/core';
import type { NewerVersion, Share, SharedWith } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { ShareStore } from './share.store';
import { ShareWords } from './share-words';

/** Gives the newer version to those of a share who have not begun; before that it says who gets it and who keeps theirs. */
@Component({
  selector: 'cg-newer-version-of',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (newer(); as it) {
        <div class="newer">
          <p tabindex="-1">
            @if (it.gets.length > 0) {
              {{
                t('documents.shares.newer.gets', {
                  ...of(it.gets),
                  version: it.version,
                  text: it.version === null ? 'draft' : 'version',
                })
              }}
            } @else {
              {{ t('documents.shares.newer.nobody') }}
            }
          </p>
          @if (it.keep.length > 0) {
            <p>{{ t('documents.shares.newer.keep', { ...of(it.keep), version: share().version }) }}</p>
          }
          @if (it.notNow.length > 0) {
            <p>{{ t('documents.shares.newer.notNow', of(it.notNow)) }}</p>
          }
          @if (partsThem(it)) {
            <p>{{ t('documents.shares.newer.apart') }}</p>
          }
          @if (it.gets.length > 0) {
            <p class="cg-quiet">{{ t('documents.shares.newer.quietly') }}</p>
          }
          <div class="acts">
            @if (it.may.replace) {
              <button type="button" class="cg-button" (click)="replace()">
                {{ t('documents.shares.newer.yes', of(it.gets)) }}
              </button>
            }
            <button type="button" class="cg-button cg-plain" (click)="leave()">
              {{ t('documents.shares.no') }}
            </button>
          </div>
        </div>
      } @else {
        <p>
          <button
            type="button"
            class="cg-button"
            [attr.aria-label]="t('documents.shares.newer.askWith', of(share().people))"
            (click)="look()"
          >
            {{ t('documents.shares.newer.ask') }}
          </button>
        </p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin-block: 0 0.5rem;
    }
    .newer {
      max-inline-size: 66ch;
      margin-block: 0.5rem 1rem;
      padding: 0.75rem 1rem;
      border-inline-start: 3px solid var(--cg-line);
      background: var(--cg-raised);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewerVersionOf {
  private readonly store = inject(ShareStore);
  private readonly shareWords = inject(ShareWords);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly share = input.required<Share>();
  protected readonly newer = signal<NewerVersion | null>(null);

  protected of(people: readonly SharedWith[]): { names: string; count: number } {
    return { names: this.shareWords.names(people), count: people.length };
  }

  /** Answers are opened among those who have the same version: after it, the ones and the others have not. */
  protected partsThem({ gets, keep, notNow }: NewerVersion): boolean {
    const isAsked = this.store.sharing.value()?.document.kind === 'worksheet';
    return isAsked && gets.length > 0 && keep.length + notNow.length > 0;
  }

  protected async look(): Promise<void> {
    this.newer.set(await this.store.newer(this.share()));
    this.focusNext('.newer p');
  }

  protected async replace(): Promise<void> {
    await this.store.replace(this.share());
    this.newer.set(null);
  }

  protected leave(): void {
    this.newer.set(null);
    this.focusNext('button');
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
