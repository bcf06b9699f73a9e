export { BreakGlassEntity, BreakGlassReasonEntity } from './break-glass/break-glass.entity';
export { ErasureEntity } from './own-words/erasure.entity';
export { RecordsModule } from './records.module';
export type { Finding } from './sealing/findings';
export { trustedKeys } from './sealing/seal';
export { SealReader } from './sealing/seal-reader';
export { SealRepository } from './sealing/seal.repository';
export { keyIn, Sealer } from './sealing/sealer';
export { Verifier } from './sealing/verifier';
