import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LANGUAGES } from '@common-ground/contract';
import { Appearance, PageHeading, Session, TEXT_SIZES, THEMES, Words } from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';
import { ReviewMailChoice } from './review-mail-choice';

/** How the product speaks and looks on this device. Every choice holds at once. */
@Component({
  selector: 'cg-settings-page',
  imports: [PageHeading, ReviewMailChoice, RouterLink, TranslocoDirective],
  templateUrl: './settings-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly appearance = inject(Appearance);
  protected readonly languages = LANGUAGES;
  protected readonly themes = THEMES;
  protected readonly textSizes = TEXT_SIZES;
  protected readonly isFamily = computed(() => this.session.isAny('client', 'member'));
  protected readonly hasReviews = computed(() => this.session.isAny('therapist', 'supervisor'));
}
