import { Module } from '@nestjs/common';
import { AccessLogController } from './access-log/access-log.controller';
import { AccessLogRepository } from './access-log/access-log.repository';
import { AccessLogService } from './access-log/access-log.service';
import { SealRepository } from './sealing/seal.repository';
import { Sealer } from './sealing/sealer';

@Module({
  controllers: [AccessLogController],
  providers: [AccessLogService, AccessLogRepository, Sealer, SealRepository],
  exports: [Sealer],
})
export class RecordsModule {}
