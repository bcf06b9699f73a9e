import { Injectable, inject } from '@angular/core';
import { FETCH } from '../http/fetch';
import { inTime } from '../http/in-time';
import { Problem } from '../http/problem';

/** Messages by name, as deep as an area sorts them. */
export interface WordFile {
  readonly [name: string]: string | WordFile;
}

/** Fetches word files. `Words` asks for `platform` at start, and for the areas that routes open. */
@Injectable({ providedIn: 'root' })
export class WordFiles {
  private readonly fetch = inject(FETCH);

  /** An area's file, under the area's name. */
  async area(language: string, area: string): Promise<WordFile> {
    return inTime(async (signal) => {
      const response = await this.fetch(`/i18n/${language}/${area}.json`, { signal });
      if (!response.ok) throw Problem.answered(response.status, undefined);
      return { [area]: JSON.parse(await response.text()) as WordFile };
    });
  }
}
