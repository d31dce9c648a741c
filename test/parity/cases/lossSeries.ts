import { noiseBatch } from './batches';
import { buildNetwork, type LayerLine } from './buildNetwork';
import { type ExecutorKind, executorKinds, withExecutor } from './executors';

const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 12, width: 12, channels: 3 } },
  { id: 'conv1', kind: 'conv2d', config: { filters: 8, useBias: false } },
  { id: 'bn1', kind: 'batchNorm' },
  { id: 'relu1', kind: 'relu' },
  { id: 'conv2', kind: 'conv2d', config: { filters: 8 } },
  { id: 'sum', kind: 'add', from: ['conv2', 'relu1'] },
  { id: 'relu2', kind: 'relu' },
  { id: 'pool', kind: 'maxPool2d' },
  { id: 'flatten', kind: 'flatten' },
  { id: 'dropout', kind: 'dropout' },
  { id: 'fc', kind: 'dense', config: { units: 10 } },
  { id: 'output', kind: 'output' },
];

/** Losses of some steps from a fixed seed, every digit of them. */
export function lossSeries(kind: ExecutorKind): readonly number[] {
  const batch = noiseBatch([12, 12, 3], 32, 10);
  return withExecutor(kind, buildNetwork(lines, { seed: 5 }), (executor) =>
    Array.from(
      { length: 15 },
      (_, step) => executor.step(batch, { learningRate: 0.05, step, telemetry: false }).loss,
    ),
  );
}

/** Loaded along with this file: the program that prints the series can load nothing later. */
const kinds = await executorKinds();

/** The series of the executor with this name. */
export function lossSeriesOf(name: string): readonly number[] {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`There is no executor named "${name}".`);
  return lossSeries(kind);
}
