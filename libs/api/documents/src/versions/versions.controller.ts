import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Asking, Asks, PathId, Refusal } from '@common-ground/api/platform';
import {
  NewAddendum,
  type Change,
  type DocumentId,
  type Page,
  type Version,
  type VersionSummary,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AddendaService } from './addenda.service';
import { VersionsService } from './versions.service';

@Controller('documents/:id')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly addenda: AddendaService,
  ) {}

  @Get('versions')
  @Asks('documents.compare')
  list(@Asking() actor: Actor, @PathId() id: DocumentId): Promise<Page<VersionSummary>> {
    return this.versions.list(actor, id);
  }

  @Get('versions/:number')
  @Asks('documents.compare')
  read(@Asking() actor: Actor, @PathId() id: DocumentId, @Param('number') number: string): Promise<Version> {
    return this.versions.read(actor, id, versionNumber(number) ?? 0);
  }

  @Post('versions/:number/addenda')
  @Asks('documents.add-addendum')
  add(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Param('number') number: string,
    @Body() body: NewAddendum,
  ): Promise<VersionSummary> {
    return this.addenda.add(actor, id, versionNumber(number) ?? 0, body);
  }

  @Get('changes')
  @Asks('documents.compare')
  changes(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
  ): Promise<Page<Change>> {
    return this.versions.changes(actor, id, demandNumber('from', from), demandNumber('to', to));
  }
}

function versionNumber(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,6}$/u.test(text) ? Number(text) : null;
}

function demandNumber(path: string, text: unknown): number {
  const number = versionNumber(text);
  if (number === null) throw Refusal.field(path, 'not-a-version', `${path} must be a version's number`);
  return number;
}
