import { basename, join } from 'node:path';
import { projectSchema } from '../../network/graph/projectSchema';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { JsonNumber } from './metricLine';
import { readMetrics } from './metrics/readMetrics';
import { readRunRecord } from './readRunRecord';

/** Points of a curve, at most. */
const pointLimit = 1000;

/** The curves of a run as it was written down. Throws an AdviceError where the folder holds no run. */
export function readRunCurves(folder: string): EngineEventOf<'runCurves'> {
  const { document } = readRunRecord(folder);
  const { lines } = readMetrics(join(folder, 'metrics.jsonl'));
  const sampled = lines.filter((line) => line.type === 'step');
  const stretch = Math.max(1, Math.ceil(sampled.length / pointLimit));
  const stretches = Array.from({ length: Math.ceil(sampled.length / stretch) }, (_, place) =>
    sampled.slice(place * stretch, (place + 1) * stretch),
  );
  const epochs = new Map(
    lines.flatMap((line) => (line.type === 'epoch' ? [[line.epoch, line] as const] : [])),
  );
  return {
    type: 'runCurves',
    folder: basename(folder),
    project: projectSchema.parse(document),
    steps: Int32Array.from(stretches, (part) => part.at(-1)?.step ?? 0),
    losses: Float32Array.from(stretches, (part) => meanOf(part.map(({ loss }) => loss))),
    metrics: Float32Array.from(stretches, (part) => meanOf(part.map(({ accuracy }) => accuracy))),
    stretch,
    epochs: [...epochs.values()].map(({ step, validationLoss, validationAccuracy }) => ({
      ...{ step, validationLoss, validationMetric: validationAccuracy },
    })),
  };
}

/** NaN where none is finite. */
function meanOf(values: readonly JsonNumber[]): number {
  const finite = values.filter((value) => value !== null);
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
}
