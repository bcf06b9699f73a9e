import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import { NewCoachWord, type CoachWord, type CoachWordId, type Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { CoachWordsService } from './coach-words.service';

@Controller('practice/coach-words')
export class CoachWordsController {
  constructor(private readonly words: CoachWordsService) {}

  @Get()
  @Asks('coach-words.list')
  list(@Asking() actor: Actor): Promise<Page<CoachWord>> {
    return this.words.list(actor);
  }

  @Post()
  @Asks('coach-words.change')
  add(@Asking() actor: Actor, @Body() body: NewCoachWord): Promise<Page<CoachWord>> {
    return this.words.add(actor, body);
  }

  @Post(':id/remove')
  @HttpCode(200)
  @Asks('coach-words.change')
  remove(@Asking() actor: Actor, @PathId() id: CoachWordId): Promise<Page<CoachWord>> {
    return this.words.remove(actor, id);
  }
}
