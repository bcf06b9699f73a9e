import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BreakGlassId } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  Problem,
  ProblemNotice,
  Session,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { FirstPage } from '../first-page';
import { RecordsClient } from '../records.client';
import { EmergenciesStore } from './emergencies.store';

const MINUTE = 60_000;
/** Often enough for minutes that run out. */
const LOOK = 15_000;

/**
 * Above every page of whoever has emergency access: that it is open, how long yet, and the way to end it. On the first
 * page of those whom an emergency concerns: that there was one.
 */
@Component({
  selector: 'cg-emergency-notice',
  imports: [ProblemNotice, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (own(); as glass) {
        <section class="cg-screen-only" [attr.aria-label]="t('records.notice.label')">
          <p>
            {{
              t('records.notice.open', {
                family: glass.family?.name,
                time: dates.time(glass.endsAt),
                minutes: minutes(),
              })
            }}
          </p>
          <p class="cg-buttons">
            @if (firstPage.url() !== '/app/emergencies/' + glass.id) {
              <a class="cg-button" [routerLink]="['/app/emergencies', glass.id]">{{
                t('records.notice.look')
              }}</a>
            }
            <button type="button" class="cg-button" (click)="end(glass.id)">
              {{ t('records.notice.end') }}
            </button>
          </p>
          @if (failed(); as problem) {
            <cg-problem role="alert" area="records" [problem]="problem" />
          }
        </section>
      }
      @if (isHome() && store.unjudged().length > 0) {
        <section class="cg-screen-only" [attr.aria-label]="t('records.notice.label')">
          @for (glass of store.unjudged(); track glass.id) {
            <p>
              {{
                t(glass.family ? 'records.notice.happened' : 'records.notice.happenedSomewhere', {
                  who: glass.who?.displayName ?? t('records.somebody'),
                  family: glass.family?.name,
                  ago: dates.ago(glass.openedAt),
                })
              }}
            </p>
          }
          <p>
            <a [routerLink]="isAdminOnly() ? '/admin/records' : '/app/emergencies'">{{
              t('records.notice.' + (waitsForMe() ? 'judge' : 'read'))
            }}</a>
          </p>
        </section>
      }
    </ng-container>
  `,
  styleUrl: '../notice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmergencyNotice {
  private readonly client = inject(RecordsClient);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly router = inject(Router);
  protected readonly firstPage = inject(FirstPage);
  protected readonly store = inject(EmergenciesStore);
  protected readonly dates = inject(Dates);

  private readonly now = signal(Date.now());
  protected readonly failed = signal<Problem | null>(null);
  protected readonly isHome = this.firstPage.isHere;
  protected readonly isAdminOnly = computed(() => !this.session.isAny('therapist', 'supervisor'));
  protected readonly waitsForMe = computed(() => this.store.unjudged().some(({ may }) => may.review));
  /** Gone from the page as soon as the hour is over, whether or not the server has been asked again. */
  protected readonly own = computed(() => {
    const glass = this.store.own();
    return glass !== null && Date.parse(glass.endsAt) > this.now() ? glass : null;
  });
  protected readonly minutes = computed(() =>
    Math.max(0, Math.floor((Date.parse(this.own()?.endsAt ?? '') - this.now()) / MINUTE)),
  );

  constructor() {
    const clock = setInterval(() => this.now.set(Date.now()), LOOK);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
    effect(() => {
      this.firstPage.url();
      untracked(() => {
        this.now.set(Date.now());
        this.failed.set(null);
        // Whoever comes home is told at once.
        if (this.isHome()) this.store.all.again();
      });
    });
  }

  protected async end(id: BreakGlassId): Promise<void> {
    this.failed.set(null);
    try {
      this.store.put(await this.client.end(id));
      this.announcer.say(this.words.say('records.notice.ended'));
      await this.router.navigateByUrl('/app/emergencies');
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
