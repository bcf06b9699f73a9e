import { Injectable } from '@nestjs/common';
import { Audit, Database, Refusal, Settings, type SessionFacts } from '@common-ground/api/platform';
import type { Language, Me } from '@common-ground/contract';
import { mayAdministerPractice, mayOpenFamilies, holds, type Actor } from '@common-ground/rules/access';
import { draftKeyOf } from '../sign-in/sealing';
import { ownerOf } from '../sign-in/whose';
import { PracticeRepository } from './practice.repository';

@Injectable()
export class PracticeService {
  constructor(
    private readonly database: Database,
    private readonly practices: PracticeRepository,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  me(actor: Actor, session: SessionFacts): Promise<Me> {
    return this.database.as(actor, async (tx) => {
      const self = await this.practices.findSelf(tx, actor);
      if (self === null) throw new Refusal('not-signed-in');
      return {
        ...self,
        roles: actor.roles,
        session: {
          shared: session.shared,
          mustEnrol: session.opens === 'enrolling',
          draftKey: draftKeyOf(this.settings.secretKey, ownerOf(actor)).toString('base64'),
        },
        may: {
          openFamilies: mayOpenFamilies(actor).allowed,
          review: holds(actor, 'supervisor'),
          administer: mayAdministerPractice(actor).allowed,
        },
      };
    });
  }

  /** Saying the same once more changes nothing. */
  chooseLanguage(actor: Actor, language: Language): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const self = await this.practices.findSelf(tx, actor);
      if (self === null || self.person.language === language) return;
      await this.practices.chooseLanguage(tx, language);
      await this.audit.record(tx, actor, {
        action: 'own-language.choose',
        because: 'own-record',
        subjects: [actor.personId],
        fields: ['language'],
      });
    });
  }
}
