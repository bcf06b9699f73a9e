export { Announcer } from './announcer';
export { checkedAgainst } from './checked-against';
export { ErrorSummary, type FieldError } from './error-summary';
export { Field } from './field';
export { type Sending, sendingOf } from './sending';
