import { Body, Controller, Get, Put } from '@nestjs/common';
import { Asking, Asks } from '@common-ground/api/platform';
import { ChooseReviewMail, type MyReviewMail } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ReviewMailService } from './review-mail.service';

@Controller('me/review-mail')
export class ReviewMailController {
  constructor(private readonly choices: ReviewMailService) {}

  @Get()
  @Asks('review-mail.read')
  read(@Asking() actor: Actor): Promise<MyReviewMail> {
    return this.choices.read(actor);
  }

  @Put()
  @Asks('review-mail.choose')
  choose(@Asking() actor: Actor, @Body() body: ChooseReviewMail): Promise<MyReviewMail> {
    return this.choices.choose(actor, body.wanted);
  }
}
