import { expect, test } from 'vitest';
import { OutOfMemoryError } from '../../../src/engine/execution/outOfMemory';
import { noiseBatch } from '../cases/batches';
import { buildNetwork, type LayerLine } from '../cases/buildNetwork';
import { eagerExecutor, withExecutor } from '../cases/executors';

const kind = await eagerExecutor();

/** Pads 28×28 images by so many pixels on each side. */
function padded(pixels: number): readonly LayerLine[] {
  return [
    { id: 'input', kind: 'input', config: { height: 28, width: 28, channels: 1 } },
    { id: 'pad', kind: 'zeroPad2d', config: { padding: [pixels, pixels, pixels, pixels] } },
    { id: 'global', kind: 'globalAveragePool2d' },
    { id: 'fc', kind: 'dense', config: { units: 10 } },
    { id: 'output', kind: 'output' },
  ];
}

// A padded image takes 1,157,776 bytes.
test.each([
  ['more than WebAssembly has', 3_520],
  ['more than 32 bits count', 3_950],
  ['more than 32 bits count, by little', 3_710],
])(
  '%s: memory runs out in the layer that asks for it, nothing is left behind, and a smaller one trains',
  (_, size) => {
    const before = kind.livingTensors();
    const step = { learningRate: 0.1, step: 0, telemetry: true };
    withExecutor(kind, buildNetwork(padded(255)), (executor) => {
      const fail = () => executor.step(noiseBatch([28, 28, 1], size, 10), step);
      expect(fail).toThrow(OutOfMemoryError);
      expect(fail).toThrow(expect.objectContaining({ node: 'pad' }));
    });
    expect(kind.livingTensors()).toEqual(before);
    withExecutor(kind, buildNetwork(padded(2)), (executor) => {
      const batch = noiseBatch([28, 28, 1], 64, 10);
      const losses = [0, 1, 2].map(() => executor.step(batch, step).loss);
      expect(losses[2]).toBeLessThan(losses[0] ?? 0);
    });
  },
);
