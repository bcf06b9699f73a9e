import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import {
  Asking,
  Asks,
  InSession,
  SignedIn,
  WhileEnrolling,
  type SessionFacts,
} from '@common-ground/api/platform';
import { ChooseLanguage, type Me } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PracticeService } from './practice.service';

@Controller()
export class PracticeController {
  constructor(private readonly practice: PracticeService) {}

  @Get('me')
  @WhileEnrolling()
  @SignedIn('tells people who they are here')
  me(@Asking() actor: Actor, @InSession() session: SessionFacts): Promise<Me> {
    return this.practice.me(actor, session);
  }

  @Put('me/language')
  @HttpCode(204)
  @Asks('own-language.choose')
  chooseLanguage(@Asking() actor: Actor, @Body() body: ChooseLanguage): Promise<void> {
    return this.practice.chooseLanguage(actor, body.language);
  }
}
