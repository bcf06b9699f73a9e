import { Injectable, inject } from '@angular/core';
import type {
  ChangePractice,
  CoachWord,
  CoachWordId,
  NewCoachWord,
  NewNotice,
  Notice,
  Page,
  PracticeSettings,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** How the practice works, and its notices: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class PracticeClient {
  private readonly api = inject(Api);

  async settings(): Promise<PracticeSettings> {
    return (await this.api.get<PracticeSettings>('practice')).body;
  }

  async change(revision: number, request: ChangePractice): Promise<PracticeSettings> {
    return (await this.api.put<PracticeSettings>('practice', request, { revision })).body;
  }

  async coachWords(): Promise<readonly CoachWord[]> {
    return (await this.api.get<Page<CoachWord>>('practice/coach-words')).body.items;
  }

  async addCoachWord(request: NewCoachWord): Promise<readonly CoachWord[]> {
    return (await this.api.post<Page<CoachWord>>('practice/coach-words', request)).body.items;
  }

  async removeCoachWord(id: CoachWordId): Promise<readonly CoachWord[]> {
    return (await this.api.post<Page<CoachWord>>(`practice/coach-words/${id}/remove`)).body.items;
  }

  async notices(): Promise<readonly Notice[]> {
    return (await this.api.get<Page<Notice>>('practice/notices')).body.items;
  }

  async write(request: NewNotice): Promise<Notice> {
    return (await this.api.post<Notice>('practice/notices', request)).body;
  }
}

/** The part of the settings that is sent back when one of them changes. */
export function changeable(settings: PracticeSettings): ChangePractice {
  const { senderName, exitUrl, safety, languages, timeZone, everyTherapistNeedsReview } = settings;
  return {
    senderName,
    exitUrl,
    safety: { ...safety },
    languages: [...languages],
    timeZone,
    everyTherapistNeedsReview,
  };
}
