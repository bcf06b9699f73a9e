import { Module } from '@nestjs/common';
import { DocumentsModule } from '@common-ground/api/documents';
import { PeopleModule } from '@common-ground/api/people';
import { AccessLogController } from './access-log/access-log.controller';
import { AccessLogRepository } from './access-log/access-log.repository';
import { AccessLogService } from './access-log/access-log.service';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlassRepository } from './break-glass/break-glass.repository';
import { BreakGlassService } from './break-glass/break-glass.service';
import { DisclosureRepository } from './disclosures/disclosure.repository';
import { DisclosuresController } from './disclosures/disclosures.controller';
import { DisclosuresService } from './disclosures/disclosures.service';
import { RecordsController } from './overview/records.controller';
import { RecordsRepository } from './overview/records.repository';
import { RecordsService } from './overview/records.service';
import { ErasureRepository } from './own-words/erasure.repository';
import { ErasureService } from './own-words/erasure.service';
import { ExportService } from './own-words/export.service';
import { OwnWordsController } from './own-words/own-words.controller';
import { OwnWordsRepository } from './own-words/own-words.repository';
import { SealRepository } from './sealing/seal.repository';
import { Sealer } from './sealing/sealer';

@Module({
  imports: [PeopleModule, DocumentsModule],
  controllers: [
    AccessLogController,
    OwnWordsController,
    DisclosuresController,
    BreakGlassController,
    RecordsController,
  ],
  providers: [
    AccessLogService,
    AccessLogRepository,
    ExportService,
    OwnWordsRepository,
    ErasureService,
    ErasureRepository,
    DisclosuresService,
    DisclosureRepository,
    BreakGlassService,
    BreakGlassRepository,
    RecordsService,
    RecordsRepository,
    Sealer,
    SealRepository,
  ],
  exports: [Sealer],
})
export class RecordsModule {}
