import { type JsonNumber, jsonNumber } from '../../engine/runs/metricLine';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import type { VerdictLine } from '../verdictLines';

/** The last line of a run. Losses are of the last epoch where the run ended with one, else of the last sampled step. */
export interface EndLine {
  readonly type: 'end';
  readonly reason: EngineEventOf<'ended'>['reason'];
  readonly step: number;
  /** Complete epochs. */
  readonly epochs: number;
  readonly loss: JsonNumber;
  readonly accuracy: JsonNumber;
  readonly validationLoss: JsonNumber;
  readonly validationAccuracy: JsonNumber;
  /** From the first step to the last, validation included. */
  readonly seconds: number;
  readonly imagesPerSecond: JsonNumber;
  /** Where NaN or infinity arose; null unless diverged. */
  readonly message: string | null;
  readonly node: string | null;
  /** What the numbers show to be the matter, the worst first. */
  readonly verdicts: readonly VerdictLine[];
}

/** Listens to a run for what its last line will say. */
export class RunSummary {
  readonly #now: () => number;
  #startedAt: number | null = null;
  #telemetry: EngineEventOf<'telemetry'> | null = null;
  #epoch: EngineEventOf<'epoch'> | null = null;

  /** `now` gives milliseconds of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  hear(event: EngineEvent): void {
    if (event.type === 'started') this.#startedAt = this.#now();
    else if (event.type === 'telemetry') this.#telemetry = event;
    else if (event.type === 'epoch') this.#epoch = event;
  }

  end({ reason, step, message, node }: EngineEventOf<'ended'>, verdicts: readonly VerdictLine[]): EndLine {
    const epoch = this.#epoch;
    const atEpochEnd = epoch?.step === step;
    const telemetry = this.#telemetry;
    return {
      type: 'end',
      reason,
      step,
      epochs: epoch?.epoch ?? 0,
      loss: jsonNumber(atEpochEnd ? epoch.loss : telemetry?.losses.at(-1)),
      accuracy: jsonNumber(atEpochEnd ? epoch.metric : telemetry?.metrics.at(-1)),
      validationLoss: jsonNumber(epoch?.validationLoss),
      validationAccuracy: jsonNumber(epoch?.validationMetric),
      seconds: this.#startedAt === null ? 0 : Math.round(this.#now() - this.#startedAt) / 1000,
      imagesPerSecond: jsonNumber(atEpochEnd ? epoch.imagesPerSecond : telemetry?.imagesPerSecond),
      message,
      node,
      verdicts,
    };
  }
}
