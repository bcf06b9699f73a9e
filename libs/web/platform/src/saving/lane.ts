/**
 * Lets one request through at a time. A document is a lane of its own; all answers of one task share one, so that
 * they arrive in the order in which they were written.
 */
export class Lane {
  private isBusy = false;
  private readonly waiting: (() => Promise<void>)[] = [];

  /** Runs the job now, or after those before it. */
  async enter(job: () => Promise<void>): Promise<void> {
    if (this.isBusy) {
      await new Promise<void>((resolve) => this.waiting.push(() => job().finally(resolve)));
      return;
    }
    this.isBusy = true;
    try {
      await job();
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) await next();
    } finally {
      this.isBusy = false;
    }
  }
}
