import type { EngineEvent } from '../../protocol/engineMessages';
import type { BestEpochState } from '../runs/runState';

/** Which epoch validated best: by its metric, and among equals by its loss. */
export class BestEpoch {
  #state: BestEpochState;

  constructor(state: BestEpochState) {
    this.#state = state;
  }

  /** Null before an epoch was validated. */
  get state(): BestEpochState {
    return this.#state;
  }

  hear(event: EngineEvent): void {
    if (event.type !== 'epoch') return;
    const { step, validationMetric, validationLoss } = event;
    if (validationMetric === null || validationLoss === null) return;
    const best = this.#state;
    const better =
      best === null ||
      validationMetric > best.validationMetric ||
      (validationMetric === best.validationMetric && validationLoss < best.validationLoss);
    if (better) this.#state = { step, validationMetric, validationLoss };
  }

  /** Whether the weights after this step are those of the best epoch. */
  isAt(step: number): boolean {
    return this.#state?.step === step;
  }
}
