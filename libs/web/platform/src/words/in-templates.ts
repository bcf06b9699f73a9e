import { Directive, TemplateRef, ViewContainerRef, inject } from '@angular/core';
import { Words } from './words';

/** Says one message, as `Words.say` does. */
type Say = (key: string, params?: object) => string;

/**
 * Words in templates: `<ng-container *transloco="let t">`, and inside it `t('documents.editor.add', { count })`. Goes by
 * the name of the library whose way of writing it keeps. What stands inside is written anew when words arrive or the
 * language changes.
 */
@Directive({ selector: '[transloco]' })
export class TranslocoDirective {
  constructor() {
    const words = inject(Words);
    const say: Say = (key, params) => words.say(key, { ...params });
    inject(ViewContainerRef).createEmbeddedView(inject<TemplateRef<{ $implicit: Say }>>(TemplateRef), {
      $implicit: say,
    });
  }

  static ngTemplateContextGuard(
    _directive: TranslocoDirective,
    context: unknown,
  ): context is { $implicit: Say } {
    return context !== null;
  }
}
