import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LANGUAGES, type Language } from '@common-ground/contract';
import {
  Api,
  Appearance,
  PageHeading,
  Session,
  TEXT_SIZES,
  THEMES,
  TranslocoDirective,
  Words,
} from '@common-ground/web/platform';
import { ReviewMailChoice } from './review-mail-choice';

/** How the product speaks and looks on this device, and in which language somebody is written to. Every choice holds at once. */
@Component({
  selector: 'cg-settings-page',
  imports: [PageHeading, ReviewMailChoice, RouterLink, TranslocoDirective],
  templateUrl: './settings-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly appearance = inject(Appearance);
  protected readonly languages = LANGUAGES;
  protected readonly themes = THEMES;
  protected readonly textSizes = TEXT_SIZES;
  protected readonly isFamily = computed(() => this.session.isAny('client', 'member'));
  protected readonly hasReviews = computed(() => this.session.isAny('therapist', 'supervisor'));
  /** It speaks so here already, and mail would still come in the other language. */
  protected readonly notKept = signal(false);

  protected async speak(language: Language): Promise<void> {
    this.notKept.set(false);
    await this.words.choose(language);
    if (!this.session.isSignedIn()) return;
    await this.api.put('me/language', { language }).catch(() => this.notKept.set(true));
  }
}
