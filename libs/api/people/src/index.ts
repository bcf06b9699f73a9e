export { ConsentEntity } from './consents/consent.entity';
export { CONSENT_WORDING, CONSENT_WORDING_VERSION } from './consents/wording';
export { CaseloadEntity, FamilyEntity, MemberEntity } from './families/family.entity';
export { FamiliesService } from './families/families.service';
export { familyAt, onCaseload, personAt } from './families/sight';
export { FamilyRepository, type FamilyRow } from './families/family.repository';
export { PeopleModule } from './people.module';
export { PersonEntity, PracticeEntity } from './practice/practice.entity';
export { hashOfName, hashOfSecret, type CredentialSort } from './sign-in/secrets';
