import { ChangeDetectionStrategy, Component, DOCUMENT, ElementRef, inject, input } from '@angular/core';
import { LANGUAGES, LIMITS, type DocumentKind } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { Desk } from './desk';
import { GrowingText } from './growing-text';
import { oneLine } from './one-line';

/** What every plan and script begins with: its title, and the language it is written in. */
@Component({
  selector: 'cg-title-field',
  imports: [GrowingText, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <textarea
        id="f-title"
        class="title"
        [cgGrowing]="desk.title()"
        [attr.maxlength]="limit"
        [placeholder]="t('documents.editor.placeholder.title')"
        [attr.aria-label]="t('kinds.' + kind() + '.title')"
        (input)="write($event)"
        (keydown.enter)="goOn($event)"
      ></textarea>
      <div class="language">
        <label for="f-language">{{ t('documents.editor.language') }}</label>
        <select id="f-language" (change)="writeLanguage($event)">
          @for (language of languages; track language) {
            <option [value]="language" [selected]="language === desk.fields()['language']">
              {{ t('documents.languages.' + language) }}
            </option>
          }
        </select>
      </div>
    </ng-container>
  `,
  styleUrl: './part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TitleField {
  protected readonly desk = inject(Desk);
  private readonly page = inject(DOCUMENT);
  private readonly own = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly kind = input.required<DocumentKind>();

  protected readonly limit = LIMITS.title;
  protected readonly languages = LANGUAGES;

  protected write(typed: Event): void {
    this.desk.write({ title: oneLine((typed.target as HTMLTextAreaElement).value) });
  }

  protected writeLanguage(chosen: Event): void {
    this.desk.write({ language: (chosen.target as HTMLSelectElement).value });
  }

  /** On to the first field below the title. */
  protected goOn(event: Event): void {
    event.preventDefault();
    const fields = [...this.page.querySelectorAll<HTMLElement>('textarea[id^="f-"]')];
    fields.find((field) => !this.own.contains(field))?.focus();
  }
}
