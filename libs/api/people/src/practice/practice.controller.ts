import { Controller, Get } from '@nestjs/common';
import { Asking, Asks, SignedIn } from '@common-ground/api/platform';
import type { Me, Page, StaffMember } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PracticeService } from './practice.service';

@Controller()
export class PracticeController {
  constructor(private readonly practice: PracticeService) {}

  @Get('me')
  @SignedIn('tells people who they are here')
  me(@Asking() actor: Actor): Promise<Me> {
    return this.practice.me(actor);
  }

  @Get('staff')
  @Asks('staff.list')
  staff(@Asking() actor: Actor): Promise<Page<StaffMember>> {
    return this.practice.staff(actor);
  }
}
