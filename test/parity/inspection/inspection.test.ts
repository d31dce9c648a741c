import { describe, expect, test } from 'vitest';
import { noiseBatch } from '../cases/batches';
import { buildNetwork } from '../cases/buildNetwork';
import { executorKinds, withExecutor } from '../cases/executors';
import { networks } from '../cases/networks';
import { expectClose } from '../expectClose';

const batch = noiseBatch([6, 5, 2], 8, 5);
const lines = networks['residual blocks with batch norm'] ?? [];

describe.each(await executorKinds())('inside a layer in the $name executor', (kind) => {
  test('the values have the norms and statistics that a step measures, and nothing changes', () =>
    withExecutor(kind, buildNetwork(lines), (executor) => {
      const before = executor.readWeights();
      const { telemetry } = executor.measure(batch, 0);
      for (const [index, { id, outputShape }] of executor.nodes.entries()) {
        const { output, outputGradient, weights } = executor.inspect(batch, 0, id);
        const perImage = outputShape.reduce((product, extent) => product * extent, 1);
        expect(output, id).toHaveLength(batch.size * perImage);
        const mean = output.reduce((sum, value) => sum + value, 0) / output.length;
        const deviation = Math.sqrt(
          output.reduce((sum, value) => sum + (value - mean) ** 2, 0) / output.length,
        );
        const measured = [
          telemetry?.activationMeans[index] ?? 0,
          telemetry?.activationDeviations[index] ?? 0,
        ];
        expectClose(measured, [mean, deviation], id);
        const norm = telemetry?.activationGradientNorms[index] ?? 0;
        if (outputGradient === null) expect(norm, id).toBeNaN();
        else expectClose([norm], [Math.hypot(...outputGradient)], `gradient of ${id}`);
        for (const { name, values, gradient } of weights) {
          const place = executor.weights.findIndex((weight) => weight.node === id && weight.name === name);
          expect(values).toEqual(before.get(`${id}/${name}`));
          const slope = telemetry?.weightGradientNorms[place] ?? 0;
          expectClose([slope], [Math.hypot(...(gradient ?? []))], `gradient of ${id}/${name}`);
        }
      }
      expect(executor.readWeights()).toEqual(before);
    }));

  test('outside training the last layer gives what evaluation judges', () =>
    withExecutor(kind, buildNetwork(lines), (executor) => {
      const last = executor.nodes.at(-1)?.id ?? '';
      const logits = executor.outputOf(batch, last) ?? new Float32Array();
      const classes = logits.length / batch.size;
      const correct = Array.from(batch.labels, (label, image) => {
        const row = logits.subarray(image * classes, (image + 1) * classes);
        return row.indexOf(Math.max(...row)) === label ? 1 : 0;
      }).reduce<number>((sum, right) => sum + right, 0);
      expect(executor.evaluate(batch).metric).toBeCloseTo(correct / batch.size, 5);
    }));
});
