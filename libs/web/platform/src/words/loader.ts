import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** Fetches word files. Transloco itself asks only for `platform`; `Words` adds the areas that routes open. */
@Injectable({ providedIn: 'root' })
export class WordFiles implements TranslocoLoader {
  private readonly http = inject(HttpClient);

  getTranslation(language: string): Promise<Translation> {
    return this.area(language, 'platform');
  }

  async area(language: string, area: string): Promise<Translation> {
    return { [area]: await firstValueFrom(this.http.get<Translation>(`/i18n/${language}/${area}.json`)) };
  }
}
