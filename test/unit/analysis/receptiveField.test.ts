import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { receptiveFields } from '../../../src/network/analysis/receptiveField';
import { findTemplate } from '../../../src/network/templates/templates';
import { chainOf, type Layer, network } from './networks';

const fieldOf = (document: ReturnType<typeof network>, id: string) =>
  receptiveFields(document, analyse(document)).get(id);

/** A layer that slides along one axis of the image. */
interface Slide {
  readonly window: number;
  readonly stride: number;
  readonly dilation: number;
}

const extent = 200;

const slides = fc.array(
  fc.record({
    window: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 2 }),
    dilation: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** The inputs that output 0 of unpadded slides depends on, found by walking back through every window. */
function inputsSeen(layers: readonly Slide[]): readonly number[] {
  let seen = new Set([0]);
  for (const { window, stride, dilation } of layers.toReversed())
    seen = new Set(
      [...seen].flatMap((at) => Array.from({ length: window }, (_, tap) => at * stride + tap * dilation)),
    );
  return [...seen];
}

/** Conv2D refuses stride and dilation together. */
const trainable = ({ window, stride, dilation }: Slide): Slide => ({
  window,
  stride,
  dilation: stride > 1 ? 1 : dilation,
});

describe('receptiveFields', () => {
  it('spans exactly the inputs that a value depends on', () => {
    fc.assert(
      fc.property(slides, (drawn) => {
        const layers = drawn.map(trainable);
        const document = chainOf([
          ['input', 'input', { height: extent, width: extent, channels: 1 }],
          ...layers.map(
            ({ window, stride, dilation }, index): Layer => [
              `conv${index}`,
              'conv2d',
              {
                filters: 1,
                kernelSize: [window, 1],
                strides: [stride, 1],
                dilations: [dilation, 1],
                padding: 'valid',
              },
            ],
          ),
        ]);
        const seen = inputsSeen(layers);
        const step = layers.reduce((product, { stride }) => product * stride, 1);
        expect(fieldOf(document, `conv${layers.length - 1}`)).toEqual({
          type: 'window',
          size: [Math.max(...seen) - Math.min(...seen) + 1, 1],
          step: [step, 1],
        });
      }),
    );
  });

  it('takes the wider path where two are added', () => {
    const document = network(
      [
        ['input', 'input', { height: 32, width: 32, channels: 4 }],
        ['conv1', 'conv2d', { filters: 4 }],
        ['conv2', 'conv2d', { filters: 4 }],
        ['add1', 'add'],
        ['pool1', 'maxPool2d'],
      ],
      ['input→conv1', 'conv1→conv2', 'input→add1', 'conv2→add1', 'add1→pool1'],
    );
    expect(fieldOf(document, 'input')).toEqual({ type: 'window', size: [1, 1], step: [1, 1] });
    expect(fieldOf(document, 'add1')).toEqual({ type: 'window', size: [5, 5], step: [1, 1] });
    expect(fieldOf(document, 'pool1')).toEqual({ type: 'window', size: [6, 6], step: [2, 2] });
  });

  it('is the whole input behind Flatten, and nothing where the shape is unknown', () => {
    const document = chainOf([
      ['input', 'input', { height: 8, width: 8, channels: 1 }],
      ['flatten', 'flatten'],
      ['fc1', 'dense'],
      ['conv1', 'conv2d'],
    ]);
    expect(fieldOf(document, 'fc1')).toEqual({ type: 'whole' });
    expect(fieldOf(document, 'conv1')).toBeUndefined();
  });

  // VGG-16: Araujo, Norris & Sim 2019, Table 1. ResNet-34: five strides of 2 and the sums over its 3×3 layers.
  it.each([
    ['vgg-16', 'pool5', 212],
    ['resnet-34', 'relu5_6', 899],
  ])('is that of the literature for %s', (template, layer, size) => {
    const document = findTemplate(template)?.create() ?? chainOf([]);
    expect(fieldOf(document, layer)).toEqual({ type: 'window', size: [size, size], step: [32, 32] });
  });
});
