export { Empty } from './empty';
export { type Loaded, loaded, loadedFrom } from './loaded';
export { ProblemNotice } from './problem-notice';
export { Thread } from './thread';
export { Waiting } from './waiting';
