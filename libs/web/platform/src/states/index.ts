export { Empty } from './empty';
export { type Loaded, loaded, loadedFrom } from './loaded';
export { NotFoundPage } from './not-found-page';
export { NotReachedPage } from './not-reached-page';
export { ProblemNotice } from './problem-notice';
export { Thread } from './thread';
export { Waiting } from './waiting';
