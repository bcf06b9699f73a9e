import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerValue, Prompt } from '@common-ground/contract';
import { readDayPromptId } from '@common-ground/rules/content';
import {
  Announcer,
  Dates,
  HalfWritten,
  PageHeading,
  SaveQueue,
  Session,
  TranslocoDirective,
  Words,
  wordsIn,
  type BegunThing,
  type StuckThing,
} from '@common-ground/web/platform';
import { PlainText } from '../reading/plain-text';

/** Words that lie on this device, as they are read here. */
interface LeftThing {
  readonly key: string;
  /** What was asked, or what sort of thing it is. */
  readonly about: string;
  readonly text: string;
  /** `closed` for good, `stands` until its author does something, `begun` and not sent yet. */
  readonly why: 'closed' | 'stands' | 'begun';
  /** The page they were written on; empty where that is closed or not known. */
  readonly at: string;
}

/** Everything that was written on this device and reached nobody: to read, to copy and to throw away. */
@Component({
  selector: 'cg-left-words-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h1 cgHeading>{{ t('homework.leftHere.title') }}</h1>
      @if (things(); as things) {
        @if (things.length === 0) {
          <p>{{ t('homework.leftHere.none') }}</p>
        } @else {
          <p>{{ t('homework.leftHere.what') }}</p>
          <ul class="cg-lines">
            @for (thing of things; track thing.key) {
              <li>
                <h2 [id]="'about-' + $index">{{ thing.about }}</h2>
                <p class="cg-quiet">{{ t('homework.leftHere.why.' + thing.why) }}</p>
                <p class="words">{{ thing.text }}</p>
                <p class="cg-buttons">
                  <button
                    type="button"
                    class="cg-button"
                    [attr.aria-describedby]="'about-' + $index"
                    (click)="copy(thing)"
                  >
                    {{ t('homework.leftHere.copy') }}
                  </button>
                  @if (thing.at !== '') {
                    <a
                      class="cg-button cg-plain"
                      [routerLink]="thing.at"
                      [attr.aria-describedby]="'about-' + $index"
                      >{{ t('homework.leftHere.goThere') }}</a
                    >
                  }
                  @if (sure() === thing.key) {
                    <button type="button" class="cg-button" (click)="throwAway(thing)">
                      {{ t('homework.taken.deleteSure') }}
                    </button>
                    <button type="button" class="cg-button cg-plain" (click)="sure.set(null)">
                      {{ t('homework.taken.keep') }}
                    </button>
                  } @else {
                    <button
                      type="button"
                      class="cg-button cg-plain"
                      [attr.aria-describedby]="'about-' + $index"
                      (click)="sure.set(thing.key)"
                    >
                      {{ t('homework.taken.delete') }}
                    </button>
                  }
                </p>
              </li>
            }
          </ul>
        }
      }
      <p role="status">{{ outcome() === null ? '' : t('homework.taken.' + outcome()) }}</p>
      <p>
        <a class="home" [routerLink]="session.home()">{{ t('homework.left.home') }}</a>
      </p>
    </ng-container>
  `,
  styles: `
    h2 {
      margin: 0 0 4px;
      font-size: 1.125rem;
    }
    .words {
      max-inline-size: 44rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .home {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class LeftWordsPage {
  private readonly queue = inject(SaveQueue);
  private readonly halfWritten = inject(HalfWritten);
  private readonly plain = inject(PlainText);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);

  private readonly begun = signal<readonly BegunThing[] | null>(null);
  protected readonly sure = signal<string | null>(null);
  protected readonly outcome = signal<'copied' | 'notCopied' | 'deleted' | null>(null);
  /** Null while the device is still asked. */
  protected readonly things = computed<readonly LeftThing[] | null>(() => {
    const begun = this.begun();
    if (begun === null) return null;
    const stuck = this.queue.stuck().map((thing) => this.stuckThing(thing));
    return [...stuck, ...begun.map((thing) => this.begunThing(thing))].filter(({ text }) => text !== '');
  });

  constructor() {
    void this.look();
  }

  protected async copy({ text }: LeftThing): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }

  protected async throwAway({ key, why }: LeftThing): Promise<void> {
    this.sure.set(null);
    if (why === 'begun') {
      await this.halfWritten.drop(key);
      await this.look();
    } else this.queue.letGo(key);
    this.outcome.set('deleted');
    this.announcer.say(this.words.say('homework.taken.deleted'));
  }

  private async look(): Promise<void> {
    this.begun.set(await this.halfWritten.begun());
  }

  private stuckThing({ key, body, about, path, isForGood }: StuckThing): LeftThing {
    const [noun, id, , promptId] = path.split('/');
    const isAnswer = noun === 'homework' && promptId !== undefined;
    return {
      key,
      about: isAnswer ? this.asked(about as Prompt | undefined, promptId) : this.sort('page'),
      text: isAnswer ? this.answer(about as Prompt | undefined, promptId, body) : wordsIn(body).join('\n'),
      why: isForGood ? 'closed' : 'stands',
      at: isAnswer && !isForGood ? `/me/tasks/${id}` : '',
    };
  }

  private begunThing({ key, at, body }: BegunThing): LeftThing {
    const half = key.startsWith('half-said/');
    const sort = key.startsWith('notes/') ? 'note' : half ? 'comment' : 'other';
    return { key, about: this.sort(sort), text: wordsIn(body).join('\n'), why: 'begun', at };
  }

  private asked(prompt: Prompt | undefined, promptId: string): string {
    const day = readDayPromptId(promptId);
    const question = prompt?.question ?? this.sort('answer');
    return day === null ? question : `${this.dates.day(day.on)}: ${question}`;
  }

  private answer(prompt: Prompt | undefined, promptId: string, body: unknown): string {
    const { value } = body as { value: AnswerValue };
    return prompt === undefined ? this.plain.alone(promptId, value) : this.plain.of(prompt, value);
  }

  private sort(sort: string): string {
    return this.words.say(`homework.leftHere.sort.${sort}`);
  }
}
