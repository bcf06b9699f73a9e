import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordsInTemplate } from '../words/in-templates';
import { knownSafety } from '../session/known-safety';
import { Session } from '../session/session';

/**
 * Who to turn to now: nobody reads this around the clock. The practice's numbers when somebody is signed in, the last
 * known ones otherwise, and the country's where neither is known; nothing is asked of the network.
 */
@Component({
  selector: 'cg-safety-card',
  imports: [RouterLink, WordsInTemplate],
  templateUrl: './safety-card.html',
  styleUrl: './safety-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SafetyCardView {
  private readonly session = inject(Session);

  /** One line with a link, for above boxes of free text. */
  readonly short = input(false);

  protected readonly card = computed(() => this.session.safety() ?? knownSafety());
  protected readonly practice = computed(() => this.session.practice()?.name ?? null);

  /** Digits and plus only, as telephones want them. */
  protected dial(number: string): string {
    return number.replace(/[^\d+]/gu, '');
  }
}
