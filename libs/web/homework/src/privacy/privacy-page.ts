import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Consent, OwnFamily } from '@common-ground/contract';
import { QuestionsForMe } from '@common-ground/web/people';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { ClosedFamilies } from './closed-families';
import { EraseWords } from './erase-words';
import { LeaveFamily } from './leave-family';
import { MyConsents } from './my-consents';
import { MyWords } from './my-words';
import { OwnWordsClient } from './own-words.client';
import { TakeACopy } from './take-a-copy';
import { WhoReadMine } from './who-read-mine';

/** Who can see what of mine, in sentences that are true this minute, and what I can do about it. */
@Component({
  selector: 'cg-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ClosedFamilies,
    EraseWords,
    LeaveFamily,
    MyConsents,
    MyWords,
    PageHeading,
    QuestionsForMe,
    RouterLink,
    SafetyCardView,
    TakeACopy,
    WordsInTemplate,
    Waiting,
    WhoReadMine,
  ],
  templateUrl: './privacy-page.html',
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    cg-safety-card {
      margin-block-start: 32px;
      display: block;
    }
  `,
})
export class PrivacyPage {
  private readonly client = inject(HomeworkClient);
  private readonly ownWords = inject(OwnWordsClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  protected readonly privacy = loaded(
    () => true,
    (_always, stop) => this.client.privacy(stop),
  );
  protected readonly erasures = loaded(
    () => true,
    (_always, stop) => this.ownWords.erasures(stop),
  );
  /** Each family with what belongs to it alone. */
  protected readonly families = computed(() => {
    const mine = this.privacy.value();
    return (mine?.families ?? []).map((family) => ({
      ...family,
      // Clients see the way to their consents even while there are none; so does whoever speaks for one.
      hasVoice: family.voice !== null || family.isClient,
      words: (mine?.words ?? []).filter(({ familyId }) => familyId === family.id),
      consents: (mine?.consents ?? []).filter(({ familyId }) => familyId === family.id),
    }));
  });

  /** *With Elena Ruiz, as mother* */
  protected placeOf({ relation, therapists }: OwnFamily): string {
    return this.words.say('homework.privacy.place', {
      names:
        therapists.length === 0
          ? this.words.say('homework.visibility.aTherapist')
          : this.dates.list(therapists.map(({ displayName }) => displayName)),
      relation: this.words.say(`platform.relations.${relation}`),
    });
  }

  protected put(changed: Consent): void {
    const mine = this.privacy.value();
    if (!mine) return;
    const consents = mine.consents.map((one) => (one.id === changed.id ? changed : one));
    this.privacy.set({ ...mine, consents });
  }
}
