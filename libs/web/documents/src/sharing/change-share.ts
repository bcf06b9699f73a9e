import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { LIMITS, type Share, isDay } from '@common-ground/contract';
import { untilFault } from '@common-ground/rules/content';
import {
  Announcer,
  Field,
  type FieldError,
  Words,
  WordsInTemplate,
  today,
} from '@common-ground/web/platform';
import { ShareStore } from './share.store';
import { ShareWords } from './share-words';

/** At which field something the server refuses is said. */
const FIELD_OF: Readonly<Record<string, string>> = { dueOn: 'due', openUntilOn: 'until', note: 'note' };

/** Changes the hoped-for day, the last day and the words of a share that is made already. */
@Component({
  selector: 'cg-change-share',
  imports: [Field, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (isOpen()) {
        <form novalidate (submit)="$event.preventDefault(); save()">
          <cg-field
            [for]="'due-' + share().id"
            [label]="t('documents.share.due')"
            [hint]="t('documents.share.dueHint')"
            [error]="errorAt('due')"
          >
            <input
              type="date"
              class="cg-input day"
              [id]="'due-' + share().id"
              [value]="dueOn()"
              (input)="dueOn.set(typed($event))"
            />
          </cg-field>
          <cg-field
            [for]="'until-' + share().id"
            [label]="t('documents.share.opens.until')"
            [hint]="t('documents.share.opens.untilHint')"
            [error]="errorAt('until')"
          >
            <input
              type="date"
              class="cg-input day"
              [id]="'until-' + share().id"
              [value]="untilOn()"
              (input)="untilOn.set(typed($event))"
            />
          </cg-field>
          <cg-field
            [for]="'note-' + share().id"
            [label]="t('documents.share.note')"
            [hint]="t('documents.shares.change.noteHint')"
            [error]="errorAt('note')"
          >
            <textarea
              class="cg-input"
              [id]="'note-' + share().id"
              [attr.maxlength]="limit"
              [value]="note()"
              (input)="note.set(typed($event))"
            ></textarea>
          </cg-field>
          <div class="acts">
            <button type="submit" class="cg-button">{{ t('documents.shares.change.save') }}</button>
            <button type="button" class="cg-button cg-plain" (click)="close()">
              {{ t('documents.shares.no') }}
            </button>
          </div>
        </form>
      } @else {
        <p>
          <button
            type="button"
            class="cg-button cg-plain"
            [attr.aria-label]="t('documents.shares.change.askWith', { names: names() })"
            (click)="open()"
          >
            {{ t('documents.shares.change.ask') }}
          </button>
        </p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin-block: 0 0.25rem;
    }
    form {
      max-inline-size: 40rem;
      margin-block: 0.5rem 1rem;
    }
    cg-field {
      display: block;
      margin-block-end: 1rem;
    }
    .day {
      max-inline-size: 14rem;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeShare {
  private readonly store = inject(ShareStore);
  private readonly words = inject(Words);
  private readonly shareWords = inject(ShareWords);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly share = input.required<Share>();

  protected readonly limit = LIMITS.paragraph;
  /** As it stood when the form was opened: what a colleague has changed since is not written over unseen. */
  private readonly opened = signal<Share | null>(null);
  protected readonly isOpen = computed(() => this.opened() !== null);
  protected readonly dueOn = signal('');
  protected readonly untilOn = signal('');
  protected readonly note = signal('');
  private readonly errors = signal<readonly FieldError[]>([]);
  protected readonly names = computed(() => this.shareWords.names(this.share().people));

  protected errorAt(field: string): string | null {
    return this.errors().find((error) => error.field === field)?.words ?? null;
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected open(): void {
    this.dueOn.set(this.share().dueOn ?? '');
    this.untilOn.set(this.share().openUntilOn ?? '');
    this.note.set(this.share().note ?? '');
    this.errors.set([]);
    this.opened.set(this.share());
    this.focusNext('input');
  }

  protected close(): void {
    this.opened.set(null);
    this.focusNext('button');
  }

  protected async save(): Promise<void> {
    const [dueOn, note] = [this.dueOn(), this.note().trim()];
    const wrong = this.wrongDays();
    const opened = this.opened();
    // Words that stand there already are nothing new to anybody.
    const isNew = note !== (opened?.note ?? '');
    this.errors.set(wrong.length > 0 || !isNew ? wrong : await this.store.wrongNamesIn(note));
    if (this.errors().length > 0) return this.focusNext('[aria-invalid], input');
    if (opened === null) return;
    const change = { dueOn: dueOn || null, openUntilOn: this.untilOn() || null, note: note || null };
    if (!(await this.store.change(opened, change))) {
      const found = this.store.wrongNamesFound(note);
      this.errors.set(found.length > 0 ? found : this.refused());
      if (this.errors().length === 0) return;
      // It is said where it is mended.
      this.store.failed.set(null);
      return this.focusNext('[aria-invalid]');
    }
    this.announcer.say(this.words.say('documents.shares.change.done', { names: this.names() }));
    this.close();
  }

  /** What the server refuses of it, at the field it is about. */
  private refused(): FieldError[] {
    return (this.store.failed()?.errors ?? []).flatMap(({ path, code }) => {
      const field = FIELD_OF[path];
      if (field === undefined) return [];
      const keys = [`documents.shares.change.refused.${code}`, `documents.share.opens.fault.${code}`];
      return [{ field, words: this.words.firstOf([...keys, `documents.shares.change.refused.${field}`]) }];
    });
  }

  private wrongDays(): FieldError[] {
    const [dueOn, untilOn] = [this.dueOn(), this.untilOn()];
    const isNew = untilOn !== '' && untilOn !== this.opened()?.openUntilOn;
    const key = !isNew ? null : isDay(untilOn) ? untilFault(untilOn, today()) : 'notADay';
    const words = (said: string): string => this.words.say(`documents.share.${said}`);
    return [
      ...(dueOn !== '' && !isDay(dueOn) ? [{ field: 'due', words: words('notADay') }] : []),
      ...(key === null
        ? []
        : [{ field: 'until', words: words(key === 'notADay' ? key : `opens.fault.${key}`) }]),
    ];
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
