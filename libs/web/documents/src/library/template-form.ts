import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { KEPT_SHELVES, STATED_LICENCES, type TemplateChange } from '@common-ground/contract';
import { Field, Words, type Sending, WordsInTemplate } from '@common-ground/web/platform';

/** What is said about a template: its name, for whom it is kept, what finds it, where it comes from and by what right. */
@Component({
  selector: 'cg-template-form',
  imports: [Field, FormField, WordsInTemplate],
  templateUrl: './template-form.html',
  styles: `
    fieldset {
      margin-block-end: 1.25rem;
    }
    .day {
      max-inline-size: 14rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateForm {
  protected readonly words = inject(Words);

  readonly said = input.required<TemplateChange>();
  readonly sending = input.required<Sending>();
  readonly act = input.required<string>();
  readonly send = output<TemplateChange>();

  protected readonly shelves = KEPT_SHELVES;
  protected readonly licences = STATED_LICENCES;
  private readonly model = linkedSignal(() => {
    const { title, tags, source, licenceUntilOn = '' } = this.said();
    return { title, tags: tags.join(', '), source, licenceUntilOn };
  });
  protected readonly form = form(this.model);
  protected readonly shelf = linkedSignal(() => this.said().shelf);
  protected readonly licence = linkedSignal(() => this.said().licence);
  /** Words of one's own and words nobody owns stay free; all else may end. */
  protected readonly mayEnd = computed(() => this.licence() === 'permission' || this.licence() === 'open');

  protected submit(): void {
    const { title, tags, source, licenceUntilOn } = this.model();
    this.send.emit({
      title: title.trim(),
      shelf: this.shelf(),
      tags: [
        ...new Set(
          tags
            .split(',')
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
        ),
      ],
      source: source.trim(),
      licence: this.licence(),
      ...(this.mayEnd() && licenceUntilOn !== '' && { licenceUntilOn }),
    });
  }
}
