import { Controller, Get } from '@nestjs/common';
import { Asking, Asks } from '@common-ground/api/platform';
import type { ReviewTimes } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ReviewTimesService } from './review-times.service';

@Controller('review-times')
export class ReviewTimesController {
  constructor(private readonly times: ReviewTimesService) {}

  @Get()
  @Asks('reviews.times')
  read(@Asking() actor: Actor): Promise<ReviewTimes> {
    return this.times.read(actor);
  }
}
