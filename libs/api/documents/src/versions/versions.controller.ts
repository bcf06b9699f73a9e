import { Controller, Get, Param, Query } from '@nestjs/common';
import { Asking, Asks, PathId, Refusal } from '@common-ground/api/platform';
import type { Change, DocumentId, Page, Version, VersionSummary } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { VersionsService } from './versions.service';

@Controller('documents/:id')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

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
