import { Injectable, inject } from '@angular/core';
import type {
  ChangeStaff,
  EndSupervision,
  NewStaff,
  NewSupervision,
  Page,
  PersonId,
  StaffMember,
  StaffRole,
  Supervision,
  SupervisionId,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Who works here and who supervises whom: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class StaffClient {
  private readonly api = inject(Api);

  async staff(): Promise<readonly StaffMember[]> {
    return (await this.api.get<Page<StaffMember>>('staff')).body.items;
  }

  async add(request: NewStaff): Promise<StaffMember> {
    return (await this.api.post<StaffMember>('staff', request)).body;
  }

  async change(id: PersonId, request: ChangeStaff): Promise<StaffMember> {
    return (await this.api.put<StaffMember>(`staff/${id}`, request)).body;
  }

  async give(id: PersonId, role: StaffRole): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/roles`, { role })).body;
  }

  async endRole(id: PersonId, role: StaffRole): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/roles/${role}/end`)).body;
  }

  async deactivate(id: PersonId): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/deactivate`)).body;
  }

  async supervisions(): Promise<readonly Supervision[]> {
    return (await this.api.get<Page<Supervision>>('supervisions')).body.items;
  }

  async pair(request: NewSupervision): Promise<Supervision> {
    return (await this.api.post<Supervision>('supervisions', request)).body;
  }

  async endSupervision(id: SupervisionId, request: EndSupervision): Promise<Supervision> {
    return (await this.api.post<Supervision>(`supervisions/${id}/end`, request)).body;
  }
}
