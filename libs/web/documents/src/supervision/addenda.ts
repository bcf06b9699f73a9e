import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { LIMITS, type DocumentId, type VersionSummary } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  Field,
  ProblemNotice,
  Words,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

/** What was said under a signed version, and a place to say more: signed in its turn, and read by no family. */
@Component({
  selector: 'cg-addenda',
  imports: [Field, ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (addendum of version().addenda; track $index) {
        <div class="addendum">
          <p class="text">{{ addendum.text }}</p>
          <p class="cg-quiet">
            {{
              t(addendum.credentials ? 'documents.addendum.byWithCredentials' : 'documents.addendum.by', {
                name: addendum.name,
                credentials: addendum.credentials,
                moment: dates.moment(addendum.at),
              })
            }}
          </p>
        </div>
      }
      @if (version().may.add) {
        <details [open]="isOpen()" (toggle)="isOpen.set(box.open)" #box>
          <summary>{{ t('documents.addendum.add', { version: version().number }) }}</summary>
          @if (sending.problem(); as problem) {
            <cg-problem role="alert" area="documents" [problem]="problem" />
          }
          <cg-field
            [for]="field()"
            [label]="t('documents.addendum.text')"
            [hint]="t('documents.addendum.hint')"
            [error]="sending.errorAt('text')"
          >
            <textarea
              [id]="field()"
              class="cg-input"
              [attr.maxlength]="limit"
              [value]="text()"
              (input)="write($event)"
            ></textarea>
          </cg-field>
          <button type="button" class="cg-button" (click)="add()">{{ t('documents.addendum.sign') }}</button>
        </details>
      }
    </ng-container>
  `,
  styles: `
    .addendum {
      border-inline-start: 3px solid var(--cg-line);
      margin-block: 0.75rem;
      padding-inline-start: 0.75rem;
    }
    .text {
      white-space: pre-line;
    }
    summary {
      min-block-size: 2.75rem;
      padding-block: 0.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Addenda {
  private readonly client = inject(DocumentsClient);
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly document = input.required<DocumentId>();
  readonly version = input.required<VersionSummary>();
  /** The version with what was added. */
  readonly added = output<VersionSummary>();

  protected readonly limit = LIMITS.paragraph;
  protected readonly sending = sendingOf('documents');
  protected readonly text = signal('');
  protected readonly isOpen = signal(false);
  protected readonly field = computed(() => `addendum-${this.version().number}`);

  protected write(typed: Event): void {
    this.text.set((typed.target as HTMLTextAreaElement).value);
  }

  protected async add(): Promise<void> {
    const request = { text: this.text().trim() };
    const version = await this.sending.send(
      () => this.client.addToVersion(this.document(), this.version().number, request),
      () => checkedAgainst('NewAddendum', request),
    );
    if (!version) return;
    this.text.set('');
    this.isOpen.set(false);
    this.announcer.say(this.words.say('documents.addendum.done'));
    this.added.emit(version);
  }
}
