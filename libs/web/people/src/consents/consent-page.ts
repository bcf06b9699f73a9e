import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsentAnswer, ConsentRequestId } from '@common-ground/contract';
import {
  Dates,
  DoneHeading,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  SafetyCardView,
  Thread,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { ConsentWords } from './consent-words';
import { ConsentsClient } from './consents.client';

/** One thing somebody is asked to agree to, with the exact words. Yes and No weigh the same; No needs no reason. */
@Component({
  selector: 'cg-consent-page',
  imports: [
    DoneHeading,
    ErrorSummary,
    Field,
    PageHeading,
    ProblemNotice,
    RouterLink,
    SafetyCardView,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './consent-page.html',
  styleUrl: './consent-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConsentPage {
  private readonly client = inject(ConsentsClient);
  protected readonly words = inject(ConsentWords);
  protected readonly dates = inject(Dates);
  protected readonly language = inject(Words).language;

  readonly id = input.required<ConsentRequestId>();

  protected readonly question = loaded(this.id, (id) => this.client.question(id));
  protected readonly sending = sendingOf('privacy');
  protected readonly signature = signal('');
  protected readonly decided = signal<ConsentAnswer | null>(null);

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async say(answer: ConsentAnswer): Promise<void> {
    const asked = this.question.value();
    if (!asked) return;
    const language = this.language();
    const signed = {
      signature: this.signature().trim(),
      language,
      wordingHash: asked.wording[language].hash,
    };
    const decision = { answer, ...(answer === 'yes' ? signed : {}) };
    const done = await this.sending.send(
      () => this.client.decide(asked.id, decision),
      () => checkedAgainst('ConsentDecision', decision),
    );
    if (done) this.decided.set(answer);
    // The words or the state may have changed since they were read: show how it stands now.
    else if (this.sending.problem()) this.question.again();
  }
}
