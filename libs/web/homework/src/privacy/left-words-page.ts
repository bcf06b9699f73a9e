import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerValue, Prompt } from '@common-ground/contract';
import { readDayPromptId } from '@common-ground/rules/content';
import {
  Announcer,
  Dates,
  HalfWritten,
  LeftActs,
  PageHeading,
  SaveQueue,
  Session,
  Words,
  WordsInTemplate,
  hasWords,
  pageOf,
  sortOfBegun,
  wordsIn,
  type BegunThing,
  type UnsavedThing,
} from '@common-ground/web/platform';
import { PlainText } from '../reading/plain-text';

/** Words that lie on this device, as they are read here. */
interface LeftThing {
  readonly key: string;
  /** What was asked, or what sort of thing it is. */
  readonly about: string;
  readonly text: string;
  /** `begun` and not sent yet, or why it is not saved. */
  readonly why: UnsavedThing['why'] | 'begun';
  /** The page they were written on; empty where that is closed or not known. */
  readonly at: string;
}

/** Everything that was written on this device and is not with the server: to read, to copy and to throw away. */
@Component({
  selector: 'cg-left-words-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LeftActs, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('homework.leftHere.title') }}</h1>
      @if (things(); as things) {
        @if (things.length === 0) {
          <p>{{ t(isAllThere() ? 'homework.leftHere.none' : 'homework.leftHere.noWords') }}</p>
        } @else {
          <p>{{ t('homework.leftHere.what') }}</p>
          <ul class="cg-lines">
            @for (thing of things; track thing.key) {
              <li>
                <h2 [id]="'about-' + $index">{{ thing.about }}</h2>
                <p class="cg-quiet">
                  {{
                    t(
                      thing.why === 'stands' && thing.at === ''
                        ? 'homework.leftHere.whyNoPage'
                        : 'homework.leftHere.why.' + thing.why
                    )
                  }}
                </p>
                @if (thing.text !== '') {
                  <p class="words">{{ thing.text }}</p>
                }
                <cg-left-acts
                  [text]="thing.text"
                  said="homework.leftHere."
                  [about]="'about-' + $index"
                  [isDeletable]="thing.why !== 'underWay'"
                  (letGo)="throwAway(thing)"
                >
                  @if (thing.at !== '') {
                    <a
                      class="cg-button cg-plain"
                      [routerLink]="thing.at"
                      [attr.aria-describedby]="'about-' + $index"
                      >{{ t('homework.leftHere.goThere') }}</a
                    >
                  }
                </cg-left-acts>
              </li>
            }
          </ul>
        }
      }
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
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly queue = inject(SaveQueue);
  private readonly halfWritten = inject(HalfWritten);
  private readonly plain = inject(PlainText);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);

  private readonly begun = signal<readonly BegunThing[] | null>(null);
  /** Null while the device is still asked. */
  protected readonly things = computed<readonly LeftThing[] | null>(() => {
    const begun = this.begun();
    if (begun === null) return null;
    const unsaved = this.queue.unsaved().filter(({ path }) => hasWords(path));
    return [
      ...unsaved.map((thing) => this.unsavedThing(thing)),
      ...begun.map((thing) => this.begunThing(thing)),
    ];
  });
  protected readonly isAllThere = computed(() => this.queue.unsaved().length === 0);

  constructor() {
    void this.look();
  }

  protected async throwAway({ key, why }: LeftThing): Promise<void> {
    // The button goes with the words.
    this.element.querySelector<HTMLElement>('h1')?.focus();
    if (why === 'begun') {
      await this.halfWritten.drop(key);
      await this.look();
    } else this.queue.letGo(key);
    this.announcer.say(this.words.say('homework.leftHere.deleted'));
  }

  private async look(): Promise<void> {
    this.begun.set(await this.halfWritten.begun());
  }

  private unsavedThing({ key, body, about, path, why }: UnsavedThing): LeftThing {
    const [noun, , , promptId] = path.split('/');
    const isAnswer = noun === 'homework' && promptId !== undefined;
    return {
      key,
      about: isAnswer ? this.asked(about as Prompt | undefined, promptId) : this.sort('page'),
      text: isAnswer ? this.answer(about as Prompt | undefined, promptId, body) : wordsIn(body).join('\n'),
      why,
      at: why === 'closed' ? '' : pageOf(path),
    };
  }

  private begunThing({ key, at, body }: BegunThing): LeftThing {
    return { key, about: this.sort(sortOfBegun(key)), text: wordsIn(body).join('\n'), why: 'begun', at };
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
