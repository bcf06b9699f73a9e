import { Directive, TemplateRef, ViewContainerRef, inject } from '@angular/core';
import { Words } from './words';

/** Says one message, as `Words.say` does. */
type Say = (key: string, params?: object) => string;

/**
 * Words in templates: `<ng-container *cgWords="let t">`, and inside it `t('documents.editor.add', { count })`. What stands
 * inside is written anew when words arrive or the language changes.
 */
@Directive({ selector: '[cgWords]' })
export class WordsInTemplate {
  constructor() {
    const words = inject(Words);
    const say: Say = (key, params) => words.say(key, { ...params });
    inject(ViewContainerRef).createEmbeddedView(inject<TemplateRef<{ $implicit: Say }>>(TemplateRef), {
      $implicit: say,
    });
  }

  static ngTemplateContextGuard(
    _directive: WordsInTemplate,
    context: unknown,
  ): context is { $implicit: Say } {
    return context !== null;
  }
}
