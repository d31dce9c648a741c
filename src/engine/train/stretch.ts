import type { EngineEvent } from '../../protocol/engineMessages';
import type { StepControl } from './runControl';

/** One stretch of training: from where the loop stands to the end of an epoch, or to a step before it. */
export interface Stretch {
  readonly runId: string;
  /** Epochs in all when it ends, those done before included. */
  readonly epochs: number;
  /** Ends after this many steps in all, if that is earlier; null for none. */
  readonly stopAfterSteps: number | null;
  /** Measures these steps (1-based) and no others; without it, those that the settings say. */
  readonly sampledSteps?: ReadonlySet<number>;
  /** Those among them with statistics of activations, which can change the last bits of a step. */
  readonly statisticsSteps?: ReadonlySet<number>;
  readonly control: StepControl;
  readonly send: (event: EngineEvent) => void;
}
