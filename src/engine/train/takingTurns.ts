import type { RunControl, StepControl } from './runControl';

/** Trains for as long as its control lets it; settles when it is over. */
type Training = (control: StepControl) => Promise<void>;

/**
 * Trains several runs at once, a step each in turn, until all are over. Commands count between rounds, so all pause and
 * stop behind the same step. A run that ends early leaves the others to go on; none may reject.
 */
export async function takeTurns(control: RunControl, trainings: readonly Training[]): Promise<void> {
  const sides = trainings.map((training) => new Side(control, training));
  const going = () => sides.filter(({ over }) => !over);
  while (going().length > 0) {
    const goesOn = await control.turn(
      () => {
        for (const side of going()) side.pauses();
      },
      () => {
        for (const side of going()) side.resumes();
      },
    );
    for (const side of going()) await side.takeStep(goesOn);
  }
}

/** What a run waits with between two steps. */
interface Waiting {
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly goOn: (goesOn: boolean) => void;
}

/** One of several runs that take turns. */
class Side implements StepControl {
  readonly #control: RunControl;
  readonly #training: Training;
  /** Null before the first step. */
  #waiting: Waiting | null = null;
  /** Settles when the run is over; null before its first step. */
  #end: Promise<void> | null = null;
  /** Tells that the step is done. */
  #arrive: () => void = () => {};
  #stopped = false;
  #over = false;

  constructor(control: RunControl, training: Training) {
    this.#control = control;
    this.#training = training;
  }

  get over(): boolean {
    return this.#over;
  }

  /** As it stood when the round began. */
  get stopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#control.pause();
  }

  pauses(): void {
    this.#waiting?.onPause();
  }

  resumes(): void {
    this.#waiting?.onResume();
  }

  async turn(onPause = () => {}, onResume = () => {}, onReturn = () => {}): Promise<boolean> {
    const goesOn = await new Promise<boolean>((goOn) => {
      this.#waiting = { onPause, onResume, goOn };
      this.#arrive();
    });
    onReturn();
    return goesOn;
  }

  /** Lets the run go to the end of its next step, or to its own. */
  async takeStep(goesOn: boolean): Promise<void> {
    this.#stopped = !goesOn;
    const arrival = new Promise<void>((resolve) => {
      this.#arrive = resolve;
    });
    this.#waiting?.goOn(goesOn);
    this.#end ??= this.#training(this).finally(() => {
      this.#over = true;
    });
    await Promise.race([arrival, this.#end]);
  }
}
