import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a loop of steps asks between two steps: whether it goes on, and since when it is alone again. */
export interface StepControl {
  /** For good: a stopped run does not resume. */
  readonly stopped: boolean;
  pause(): void;
  /**
   * Lets the event loop turn, so that commands arrive, and waits as long as the run is paused. True where the run
   * goes on, false where it is to stop. `onReturn` hears that another run has taken steps meanwhile.
   */
  turn(onPause?: () => void, onResume?: () => void, onReturn?: () => void): Promise<boolean>;
}

/** What a run is asked to do, and its way of hearing it: between steps, when the event loop has turned. */
export class RunControl implements StepControl {
  #state: 'running' | 'paused' | 'stopped' = 'running';
  #wake: (() => void) | null = null;

  get stopped(): boolean {
    return this.#state === 'stopped';
  }

  pause(): void {
    if (this.#state === 'running') this.#state = 'paused';
  }

  resume(): void {
    if (this.#state === 'paused') this.#setAndWake('running');
  }

  /** For good: a stopped run does not resume. */
  stop(): void {
    this.#setAndWake('stopped');
  }

  async turn(onPause: () => void = () => {}, onResume: () => void = () => {}): Promise<boolean> {
    await nextTurn();
    if (this.#state === 'paused') {
      onPause();
      while (this.#state === 'paused') await new Promise<void>((resolve) => (this.#wake = resolve));
      if (!this.stopped) onResume();
    }
    return !this.stopped;
  }

  #setAndWake(state: 'running' | 'stopped'): void {
    this.#state = state;
    this.#wake?.();
    this.#wake = null;
  }
}
