// A page without a browser, for screen tests: jsdom, and what every browser has that jsdom leaves out.
import { TestEnvironment } from 'jest-environment-jsdom';

export default class ScreenEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.structuredClone = structuredClone;
  }
}
