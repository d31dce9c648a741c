import { describe, expect, test } from 'vitest';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { type ExecutorKind, executorKinds, withExecutor } from './cases/executors';
import { imageShapeOf } from './cases/reducedTemplates';
import { expectClose } from './expectClose';

const kinds = await executorKinds();

const image = (height: number, width: number, channels: number): LayerLine => ({
  id: 'input',
  kind: 'input',
  config: { height, width, channels },
});

/** Networks for which TensorFlow takes code of oneDNN that is not theirs, were they written in the obvious way. */
const networks: readonly (readonly [string, readonly LayerLine[]])[] = [
  // TensorFlow finds oneDNN's code for a convolution by the extents of all that it takes, written one after the other:
  // those of a depthwise one of a single channel without bias, and of an ordinary one with bias, can be the same.
  [
    'a single channel, convolved in every way',
    [
      image(2, 2, 1),
      { id: 'conv', kind: 'conv2d', config: { filters: 1, kernelSize: [1, 1] } },
      { id: 'depthwise', kind: 'depthwiseConv2d', config: { kernelSize: [1, 1], useBias: false } },
      { id: 'separable', kind: 'separableConv2d', config: { filters: 1, kernelSize: [1, 1] } },
    ],
  ],
  ...(['conv2d', 'depthwiseConv2d'] as const).flatMap((kind) =>
    (['same', 'valid'] as const).map((padding): readonly [string, readonly LayerLine[]] => [
      `a single column of a single channel, by ${kind} with ${padding} padding and another stride along it`,
      [image(7, 3, 1), { id: 'conv', kind, config: { kernelSize: [2, 3], strides: [1, 3], padding } }],
    ]),
  ),
  // A Pad in front of a convolution is joined to it as one of height and width.
  ...(['conv2d', 'depthwiseConv2d', 'separableConv2d'] as const).map(
    (kind): readonly [string, readonly LayerLine[]] => [
      `padded channels, then ${kind} with unequal strides`,
      [
        image(6, 5, 3),
        { id: 'pad', kind: 'shortcutPad', config: { channels: 4, strides: [1, 1] } },
        { id: 'conv', kind, config: { kernelSize: [3, 3], strides: [1, 2], padding: 'valid' } },
      ],
    ],
  ),
];

describe.each(networks)('%s', (_title, layers) => {
  const document = buildNetwork([
    ...layers,
    { id: 'flatten', kind: 'flatten' },
    { id: 'fc', kind: 'dense', config: { units: 3 } },
    { id: 'output', kind: 'output' },
  ]);
  const shape = imageShapeOf(document);

  test.each([1, 3])('answers as on WebAssembly, over batches of %i', (size) => {
    const batch = noiseBatch(shape, size, 3);
    const [expected, actual] = kinds.map(({ createScoring }) => {
      const scoring = createScoring(document);
      try {
        return scoring.predictions(batch);
      } finally {
        scoring.dispose();
      }
    });
    expect(expected).toHaveLength(3 * size);
    expectClose([...(actual ?? [])], [...(expected ?? [])], 'predictions');
  });

  test('has the gradients that it has on WebAssembly', () => {
    const norms = (kind: ExecutorKind): readonly number[] =>
      withExecutor(kind, document, (executor) => {
        const batch = noiseBatch(shape, 4, 3);
        const { telemetry } = executor.step(batch, { learningRate: 0, step: 0, telemetry: true });
        return [...(telemetry?.weightGradientNorms ?? [])];
      });
    const [expected = [], actual = []] = kinds.map(norms);
    expect(expected.length).toBeGreaterThan(0);
    expectClose(actual, expected, 'gradient norms');
  });
});
