import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, CursorText, FreshlyProven, Limit, PathId } from '@common-ground/api/platform';
import {
  NewBreakGlass,
  NewGlassReview,
  type BreakGlass,
  type BreakGlassId,
  type DocumentId,
  type GlassDocument,
  type GlassView,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { BreakGlassService } from './break-glass.service';

@Controller('break-glass')
export class BreakGlassController {
  constructor(private readonly glasses: BreakGlassService) {}

  @Get()
  @Asks('break-glass.list')
  list(
    @Asking() actor: Actor,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<BreakGlass>> {
    return this.glasses.list(actor, cursor, limit);
  }

  @Post()
  @FreshlyProven()
  @Asks('break-glass.open')
  open(@Asking() actor: Actor, @Body() body: NewBreakGlass): Promise<BreakGlass> {
    return this.glasses.open(actor, body);
  }

  @Get(':id')
  @Asks('break-glass.read')
  view(@Asking() actor: Actor, @PathId() id: BreakGlassId): Promise<GlassView> {
    return this.glasses.view(actor, id);
  }

  @Get(':id/documents/:documentId')
  @Asks('break-glass.read')
  document(
    @Asking() actor: Actor,
    @PathId() id: BreakGlassId,
    @PathId('documentId') documentId: DocumentId,
  ): Promise<GlassDocument> {
    return this.glasses.document(actor, id, documentId);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Asks('break-glass.end')
  end(@Asking() actor: Actor, @PathId() id: BreakGlassId): Promise<BreakGlass> {
    return this.glasses.end(actor, id);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Asks('break-glass.review')
  review(
    @Asking() actor: Actor,
    @PathId() id: BreakGlassId,
    @Body() body: NewGlassReview,
  ): Promise<BreakGlass> {
    return this.glasses.review(actor, id, body);
  }
}
