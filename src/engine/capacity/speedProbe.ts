import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { analyse } from '../../network/analysis/analyse';
import { probeBatch, probeNetwork } from '../../network/forecast/probeNetwork';
import { elementCount } from '../../network/layers/shape';
import type { Runtime } from '../devices/runtime';

/** Steps that count, behind one that warms up: the quickest of them says what the device can do. */
const steps = 3;

/**
 * Seconds of one training step of a small network on this device: a few hundredths of a second with TensorFlow. Null where
 * `goOn` says no in between, because there is real work.
 */
export async function probeSpeed(
  { createExecutor }: Pick<Runtime, 'createExecutor'>,
  goOn: () => boolean,
): Promise<number | null> {
  const document = probeNetwork();
  const analysis = analyse(document);
  const [input] = analysis.order;
  const values = elementCount(analysis.nodes.get(input ?? '')?.outputShape ?? []);
  const batch = {
    images: Float32Array.from({ length: probeBatch * values }, (_, index) => Math.sin(index)),
    labels: Int32Array.from({ length: probeBatch }, (_, index) => index % 10),
    size: probeBatch,
  };
  const executor = createExecutor(document, analysis);
  try {
    let quickest = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= steps; step++) {
      await nextTurn();
      if (!goOn()) return null;
      const start = performance.now();
      executor.step(batch, { learningRate: 1e-3, step, telemetry: false });
      if (step > 0) quickest = Math.min(quickest, (performance.now() - start) / 1000);
    }
    return quickest;
  } finally {
    executor.dispose();
  }
}
