import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CheckpointFiles } from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { encodeCheckpoint } from '../../../src/engine/runs/checkpoints/encodeCheckpoint';
import { lightStepLines, type MetricLine } from '../../../src/engine/runs/metrics/metricSchemas';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import type { RunRecord } from '../../../src/engine/runs/runRecord';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { projectVersion } from '../../../src/network/graph/migrations';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { itemsOf, sampled, stepsFrom } from './sampledSteps';

export function recordOfRun(startedAt = new Date(0)): RunRecord {
  const document = lenet5.create();
  return {
    format: 'layerwise-run',
    version: 1,
    startedAt: startedAt.toISOString(),
    document,
    projectVersion,
    seed: document.training.seed,
    dataset: { name: 'mnist', files: [{ name: 'images', sha256: 'abc' }] },
    sizes: { stepsPerEpoch: 10, trainingImages: 640, validationImages: 100 },
    device: {
      backend: 'tensorflow',
      device: 'cpu',
      description: 'TensorFlow 2.21.0 · CPU, 2 cores',
      libraryVersion: '2.21.0',
      threads: 2,
    },
    versions: { layerwise: '0.1.0', library: '2.21.0', node: '20.0.0' },
  };
}

/** A checkpoint with one weight of four values. */
export function smallCheckpoint(step: number): Uint8Array {
  return encodeCheckpoint({
    executor: {
      readWeights: () => new Map([['layer0/kernel', Float32Array.of(step, 1, 2, 3)]]),
      readOptimizerState: () => new Map(),
    },
    shapes: new Map([['layer0/kernel', [4]]]),
    step,
    epochsDone: 1,
  });
}

export const finished: MetricLine = {
  type: 'end',
  step: 20,
  reason: 'finished',
  message: null,
  node: null,
};

/** A run folder with 20 steps, two checkpoints and the end given. */
export function writeRun(folder: string, end: MetricLine | null = finished, record = recordOfRun()): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  const telemetry = TelemetryWriter.open(join(folder, 'telemetry'), itemsOf(3));
  const metrics = MetricsWriter.open(join(folder, 'metrics.jsonl'));
  const columns = sampled(stepsFrom(1, 20), 3);
  telemetry.append(columns);
  metrics.append(...lightStepLines(columns));
  if (end !== null) metrics.append(end);
  const checkpoints = new CheckpointFiles(join(folder, 'checkpoints'));
  checkpoints.save(smallCheckpoint(10), { best: true });
  checkpoints.save(smallCheckpoint(20), { best: false });
  telemetry.close();
  metrics.close();
}
