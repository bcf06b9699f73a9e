import { DOCUMENT, ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Session, WordsInTemplate } from '@common-ground/web/platform';

/** New recovery codes, shown this once: to copy, to print, and to say that they are kept. */
@Component({
  selector: 'cg-recovery-codes',
  imports: [WordsInTemplate],
  templateUrl: './recovery-codes.html',
  styleUrl: './recovery-codes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  private readonly session = inject(Session);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly codes = input.required<readonly string[]>();
  readonly kept = output<void>();

  protected readonly practice = this.session.practice;
  protected readonly outcome = signal<'copied' | 'notCopied' | null>(null);

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }

  protected print(): void {
    this.window?.print();
  }
}
