import { describe, expect, test } from 'vitest';
import { noiseBatch } from './cases/batches';
import { buildNetwork } from './cases/buildNetwork';
import { executorKinds, withExecutor } from './cases/executors';
import { networks } from './cases/networks';

const lines = networks['residual blocks with batch norm'] ?? [];
const batch = noiseBatch([6, 5, 2], 8, 5);

describe.each(await executorKinds())('$name', (kind) => {
  /** A step of rate 1: ‖ΔW‖ over all weights, and the gradients' norms as they were measured. */
  const step = (clipNorm: number) =>
    withExecutor(kind, buildNetwork(lines, { optimizer: { type: 'sgd' }, clipNorm }), (executor) => {
      const before = executor.readWeights();
      const { telemetry } = executor.step(batch, { learningRate: 1, step: 0, telemetry: true });
      const after = executor.readWeights();
      const trained = executor.weights.map(({ node, name }) => `${node}/${name}`);
      const changes = trained.map((name) =>
        (after.get(name) ?? new Float32Array()).map(
          (value, place) => value - (before.get(name)?.[place] ?? 0),
        ),
      );
      return {
        after,
        change: Math.hypot(...changes.map((change) => Math.hypot(...change))),
        norms: [...(telemetry?.weightGradientNorms ?? [])],
      };
    });

  test('scales all gradients down to the norm that is asked for, and measures them as they were', () => {
    const free = step(0);
    const whole = Math.hypot(...free.norms);
    const held = step(whole / 3);
    expect(held.change / (whole / 3)).toBeCloseTo(1, 4);
    expect(held.norms).toEqual(free.norms);
  });

  test('leaves a smaller gradient as it is, to the bit', () => {
    const free = step(0);
    expect(step(2 * Math.hypot(...free.norms)).after).toEqual(free.after);
  });
});
