import { Module } from '@nestjs/common';
import { AccessLogController } from './access-log/access-log.controller';
import { AccessLogRepository } from './access-log/access-log.repository';
import { AccessLogService } from './access-log/access-log.service';

@Module({
  controllers: [AccessLogController],
  providers: [AccessLogService, AccessLogRepository],
})
export class RecordsModule {}
