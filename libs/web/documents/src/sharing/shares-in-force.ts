import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Share, ShareId } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { ChangeShare } from './change-share';
import { NewerVersionOf } from './newer-version-of';
import { ShareStore } from './share.store';
import { ShareWords } from './share-words';

/** Who has the document now, and the way to take it back. */
@Component({
  selector: 'cg-shares-in-force',
  imports: [ChangeShare, NewerVersionOf, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <div role="status">
        @if (store.stopped(); as share) {
          <p class="stopped">
            {{
              t('documents.shares.stopped', {
                names: shareWords.names(share.people),
                count: share.people.length,
              })
            }}
          </p>
        }
        @if (store.replaced(); as share) {
          <p class="stopped">
            {{
              t('documents.shares.newer.done', {
                names: shareWords.names(share.people),
                count: share.people.length,
                version: share.version,
              })
            }}
          </p>
        }
      </div>
      @if (store.inForce().length > 0) {
        <h2>{{ t('documents.shares.title') }}</h2>
        <ul class="cg-lines">
          @for (share of store.inForce(); track share.id) {
            <li>
              <p>
                {{ shareWords.hadSince(share) }}
                {{ shareWords.when(share) }} {{ shareWords.opensApart(share) }}
                {{ shareWords.until(share) }}
                @if (share.dueOn) {
                  {{ t('documents.shares.due', { day: dates.day(share.dueOn) }) }}
                }
              </p>
              @if (share.note; as note) {
                <p class="note">{{ t('documents.shares.note', { note }) }}</p>
              }
              @if (share.may.change) {
                <cg-change-share [share]="share" />
              }
              @if (share.may.remind) {
                <p>
                  <a
                    class="cg-button cg-plain"
                    [routerLink]="['/app/shares', share.id, 'remind']"
                    [attr.aria-label]="
                      t('documents.shares.remindWith', { names: shareWords.names(share.people) })
                    "
                    >{{ t('documents.shares.remind') }}</a
                  >
                </p>
              }
              @if (share.may.replace) {
                <cg-newer-version-of [share]="share" />
              }
              @if (share.may.stop) {
                <p>
                  <button
                    type="button"
                    class="cg-button cg-plain"
                    [attr.aria-label]="
                      t('documents.shares.haltWith', { names: shareWords.names(share.people) })
                    "
                    (click)="store.halt(share)"
                  >
                    {{ t('documents.shares.halt') }}
                  </button>
                </p>
              }
              @if (share.may.revoke) {
                @if (asked() === share.id) {
                  <p>
                    {{
                      t('documents.shares.sure', {
                        names: shareWords.names(share.people),
                        count: share.people.length,
                      })
                    }}
                  </p>
                  <div class="acts">
                    <button type="button" class="cg-button" (click)="stop(share)">
                      {{ t('documents.shares.yes', { names: shareWords.names(share.people) }) }}
                    </button>
                    <button type="button" class="cg-button cg-plain" (click)="asked.set(null)">
                      {{ t('documents.shares.no') }}
                    </button>
                  </div>
                } @else {
                  <button
                    type="button"
                    class="cg-button cg-plain"
                    [attr.aria-label]="
                      t('documents.shares.stopWith', { names: shareWords.names(share.people) })
                    "
                    (click)="asked.set(share.id)"
                  >
                    {{ t('documents.shares.stop') }}
                  </button>
                }
              }
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin-block: 0 0.25rem;
    }
    .note {
      white-space: pre-line;
    }
    .stopped {
      padding: 0.75rem 1rem;
      border-inline-start: 3px solid var(--cg-success);
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
export class SharesInForce {
  protected readonly store = inject(ShareStore);
  protected readonly dates = inject(Dates);
  protected readonly shareWords = inject(ShareWords);

  protected readonly asked = signal<ShareId | null>(null);

  protected async stop(share: Share): Promise<void> {
    await this.store.stop(share);
    this.asked.set(null);
  }
}
