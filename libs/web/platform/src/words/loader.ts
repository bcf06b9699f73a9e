import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Messages by name, as deep as an area sorts them. */
export interface WordFile {
  readonly [name: string]: string | WordFile;
}

/** Fetches word files. `Words` asks for `platform` at start, and for the areas that routes open. */
@Injectable({ providedIn: 'root' })
export class WordFiles {
  private readonly http = inject(HttpClient);

  /** An area's file, under the area's name. */
  async area(language: string, area: string): Promise<WordFile> {
    return { [area]: await firstValueFrom(this.http.get<WordFile>(`/i18n/${language}/${area}.json`)) };
  }
}
