import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { LOOK_BACK_QUESTIONS, type FamilySessionId, type LookBacks } from '@common-ground/contract';
import { Waiting, WordsInTemplate, loadedFrom } from '@common-ground/web/platform';

/** What people said about an hour afterwards, by person. For its therapists alone, and on no shared screen. */
@Component({
  selector: 'cg-look-backs-list',
  imports: [WordsInTemplate, Waiting],
  template: `
    <section *cgWords="let t" aria-labelledby="look-backs">
      <h2 id="look-backs">{{ t('looking.list.title') }}</h2>
      <p class="cg-quiet">{{ t('looking.list.what') }}</p>
      @if (people(); as people) {
        @for (person of people; track person.memberId) {
          <h3>
            {{ person.displayName }}
            <span class="cg-quiet">{{ t('platform.relations.' + person.relation) }}</span>
          </h3>
          @if (person.answers.length === 0) {
            <p class="cg-quiet">{{ t('looking.list.ready') }}</p>
          } @else {
            <dl>
              @for (answer of person.answers; track answer.question) {
                <dt>{{ t('looking.questions.' + answer.question + '.asked') }}</dt>
                <dd>
                  @if (answer.choice; as choice) {
                    <p>{{ t('looking.questions.' + answer.question + '.choices.' + choice) }}</p>
                  }
                  @if (answer.words) {
                    <p class="words">{{ answer.words }}</p>
                  }
                </dd>
              }
            </dl>
          }
        } @empty {
          <p class="cg-quiet">{{ t('looking.list.nobody') }}</p>
        }
      } @else {
        <cg-waiting shape="list" [on]="looked" />
      }
    </section>
  `,
  styles: `
    h3 {
      margin-block: 1.25rem 0.25rem;
    }
    dl,
    dd,
    p {
      margin: 0;
    }
    dt {
      margin-block-start: 0.5rem;
      color: var(--cg-quiet);
    }
    .words {
      max-inline-size: 44rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBacksList {
  readonly id = input.required<FamilySessionId>();

  protected readonly looked = loadedFrom<LookBacks>(() => `sessions/${this.id()}/look-backs`);
  /** In the order in which they were asked. */
  protected readonly people = computed(() =>
    this.looked.value()?.people.map((person) => ({
      ...person,
      answers: [...person.answers].sort(
        (one, other) =>
          LOOK_BACK_QUESTIONS.indexOf(one.question) - LOOK_BACK_QUESTIONS.indexOf(other.question),
      ),
    })),
  );
}
