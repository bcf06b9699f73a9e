import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  LANGUAGES,
  NOTICE_SORTS,
  type Language,
  type NewNotice,
  type Notice,
  type NoticeSort,
  type Page,
} from '@common-ground/contract';
import { mayAdministerPractice, noticeState, type Actor } from '@common-ground/rules/access';
import { SettingsRepository } from '../practice/settings.repository';
import { DEFAULT_NOTICES, DEFAULT_NOTICE_VERSION } from './default-notices';
import { NoticeRepository, type NoticeRow } from './notice.repository';

/** The dated texts a practice shows to families, and the product's own where it has written none. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  /** Every version there was, newest first; the product's text where none of the practice's is in force. */
  list(actor: Actor): Promise<Page<Notice>> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => ({ items: await this.#all(tx, actor), next: null }));
  }

  /** Adds a version; what stood before stays as it was, and holds until the new one's day. */
  write(actor: Actor, body: NewNotice): Promise<Notice> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.settings.lock(tx, actor);
      const practice = await this.settings.find(tx, actor);
      if (practice === null) throw new Refusal('not-found');
      if (body.inForceFrom < practice.today)
        throw Refusal.field(
          'inForceFrom',
          'day-is-past',
          'Nobody was shown this text on a day that is past.',
        );
      const id = await this.notices.add(tx, actor, body);
      await this.audit.record(tx, actor, {
        action: 'notices.write',
        because,
        subjects: [],
        fields: [body.sort, body.language],
      });
      const written = (await this.#all(tx, actor)).find((notice) => notice.id === id);
      if (written === undefined) throw new Error('A notice that was written is not there.');
      return written;
    });
  }

  /** What a reader of this language is shown today. There is always a text. */
  async inForce(tx: Transaction, actor: Actor, sort: NoticeSort, language: Language): Promise<Notice> {
    const row = await this.notices.inForce(tx, actor, sort, language);
    return row === null ? ofTheProduct(sort, language) : present(row, 'in-force');
  }

  /** What readers of each language are shown today. */
  async inEveryLanguage(tx: Transaction, actor: Actor, sort: NoticeSort): Promise<Record<Language, Notice>> {
    return {
      en: await this.inForce(tx, actor, sort, 'en'),
      es: await this.inForce(tx, actor, sort, 'es'),
    };
  }

  async #all(tx: Transaction, actor: Actor): Promise<Notice[]> {
    const found = await this.notices.list(tx, actor);
    return NOTICE_SORTS.flatMap((sort) =>
      LANGUAGES.flatMap((language) => {
        const own = found.filter((row) => row.sort === sort && row.language === language);
        const shown = own.map((row) => present(row, noticeState(row, own, row.today)));
        const holds = shown.some((notice) => notice.state === 'in-force');
        return holds ? shown : [...shown, ofTheProduct(sort, language)];
      }),
    );
  }
}

function present({ today: _today, version, ...row }: NoticeRow, state: Notice['state']): Notice {
  return { ...row, version: String(version), isDefault: false, state };
}

function ofTheProduct(sort: NoticeSort, language: Language): Notice {
  return {
    id: null,
    sort,
    language,
    text: DEFAULT_NOTICES[sort][language],
    version: DEFAULT_NOTICE_VERSION,
    inForceFrom: null,
    isDefault: true,
    writtenBy: null,
    writtenAt: null,
    state: 'in-force',
  };
}
