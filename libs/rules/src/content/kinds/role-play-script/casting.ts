export { castConcerns, type CastFacts, type CastRole } from './cast';
