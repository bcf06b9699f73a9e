import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId, revisionOf } from '@common-ground/api/platform';
import { SubmitPlan, type FamilySessionId, type PlanReview } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PlanReviewsService } from './plan-reviews.service';

@Controller('sessions/:id/review')
export class PlanReviewsController {
  constructor(private readonly reviews: PlanReviewsService) {}

  @Get()
  @Asks('sessions.read-review')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<PlanReview> {
    return this.reviews.read(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Asks('sessions.submit')
  submit(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SubmitPlan,
  ): Promise<PlanReview> {
    return this.reviews.submit(actor, id, revisionOf(ifMatch), body);
  }

  @Post('take-back')
  @HttpCode(200)
  @Asks('sessions.take-back')
  takeBack(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<PlanReview> {
    return this.reviews.takeBack(actor, id);
  }
}
