import { Controller, Get } from '@nestjs/common';
import { Asking, SignedIn } from '@common-ground/api/platform';
import type { MyPrivacy } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PrivacyService } from './privacy.service';

@Controller('me/privacy')
export class PrivacyController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get()
  @SignedIn('tells people who can see what is theirs')
  read(@Asking() actor: Actor): Promise<MyPrivacy> {
    return this.privacy.read(actor);
  }
}
