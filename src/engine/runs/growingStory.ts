import { join } from 'node:path';
import type { RunEvent } from '../../protocol/engineMessages';
import { epochsOf } from './keptEpochs';
import type { KeptRun } from './keptRun';
import { readMetrics } from './metrics/readMetrics';
import { tellStory } from './runStory';
import { TelemetryReader } from './telemetry/telemetryReader';

/** Rows that are told in one event. */
const rowsAtOnce = 500;

/** What a run that another process trains has written down, told as far as it has come, and then what has come since. */
export class GrowingStory {
  readonly #kept: KeptRun;
  readonly #runId: string;
  readonly #send: (event: RunEvent) => void;
  readonly #stretches: number;
  #step: number;
  #epochs: number;
  #toldAt = performance.now();

  /** Tells the story so far. */
  constructor(kept: KeptRun, runId: string, send: (event: RunEvent) => void) {
    this.#kept = kept;
    this.#runId = runId;
    this.#send = send;
    this.#stretches = kept.stretches.length;
    this.#step = kept.telemetry?.steps.at(-1) ?? 0;
    this.#epochs = kept.metrics.epochs.length;
    for (const event of tellStory(kept, runId, kept.lastStep)) send(event);
  }

  /** The last step that was told. */
  get step(): number {
    return this.#step;
  }

  /** Tells what has come; false where the run was taken up again from an earlier step, which changes what was told. */
  tellMore(): boolean {
    const { path } = this.#kept;
    const { lines } = readMetrics(join(path, 'metrics.jsonl'));
    const resumptions = lines.filter(({ type }) => type === 'resumed').length;
    if (resumptions + 1 !== this.#stretches) return false;
    this.#tellRows(TelemetryReader.open(join(path, 'telemetry')));
    const epochs = epochsOf(lines);
    for (const epoch of epochs.slice(this.#epochs))
      this.#send({ type: 'epoch', runId: this.#runId, ...epoch });
    this.#epochs = epochs.length;
    return true;
  }

  #tellRows(telemetry: TelemetryReader): void {
    const first = telemetry.steps.findIndex((step) => step > this.#step);
    if (first < 0) return;
    const speed = this.#speed(telemetry.steps.at(-1) ?? 0);
    for (let from = first; from < telemetry.stepCount; from += rowsAtOnce) {
      const columns = telemetry.rows(from, Math.min(from + rowsAtOnce, telemetry.stepCount));
      this.#send({ type: 'telemetry', runId: this.#runId, ...columns, ...speed });
    }
    this.#step = telemetry.steps.at(-1) ?? this.#step;
  }

  /** Since the last time that something was told: what is written seldom, as over a network's disk, comes in lots. */
  #speed(step: number): { readonly imagesPerSecond: number; readonly secondsLeft: number } {
    const { record, epochs } = this.#kept;
    const now = performance.now();
    const stepsPerSecond = (1000 * (step - this.#step)) / (now - this.#toldAt);
    this.#toldAt = now;
    const { stepsPerEpoch, trainingImages } = record.sizes;
    return {
      imagesPerSecond: (stepsPerSecond * trainingImages) / stepsPerEpoch,
      secondsLeft: Math.max(0, epochs * stepsPerEpoch - step) / stepsPerSecond,
    };
  }
}
