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
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { ReviewMailChoice } from './review-mail-choice';

/** How the product speaks and looks on this device, and in which language somebody is written to. Every choice holds at once. */
@Component({
  selector: 'cg-settings-page',
  imports: [PageHeading, ReviewMailChoice, RouterLink, WordsInTemplate],
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
  private readonly isKeeping = signal(false);
  /** It speaks so here already, and mail would still come in the other language. */
  protected readonly notKept = computed(() => {
    const kept = this.session.person()?.language;
    return kept !== undefined && kept !== this.words.language() && !this.isKeeping();
  });
  private chosen: Language | null = null;

  protected async speak(language: Language): Promise<void> {
    this.chosen = language;
    await this.words.choose(language);
    // What was chosen first may have been the last to arrive.
    if (this.words.language() !== this.chosen) await this.words.choose(this.chosen);
    await this.keep();
  }

  /** One at a time, and the newest last: what is kept is the last choice. */
  protected async keep(): Promise<void> {
    if (!this.session.isSignedIn() || this.isKeeping()) return;
    this.isKeeping.set(true);
    try {
      while (this.session.person()?.language !== this.words.language()) {
        const language = this.words.language();
        await this.api.put('me/language', { language });
        this.session.isWrittenToIn(language);
      }
    } catch {
      // The page says so, and offers to try again.
    } finally {
      this.isKeeping.set(false);
    }
  }
}
