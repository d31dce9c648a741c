import type { LayersModel, layers, SymbolicTensor } from '@tensorflow/tfjs-node-gpu';
import { zeroPadShortcut } from './tfjsShortcut';

export type TensorFlowJs = typeof import('@tensorflow/tfjs-node-gpu');
type Image = readonly [number, number, number];
type Layer = layers.Layer;

/** The networks of the benchmark by name, as layers models that end in softmax. */
export const tfjsModels: Readonly<
  Record<string, (tf: TensorFlowJs, shape: Image, classes: number) => LayersModel>
> = {
  'lenet-5': lenet5,
  'resnet-20': (tf, shape, classes) => cifar20(tf, shape, classes, true),
  'plain-20': (tf, shape, classes) => cifar20(tf, shape, classes, false),
  'vgg-16': vgg16,
  'sigmoid-mlp': sigmoidMlp,
};

const kernelInitializer = 'heNormal';
const relu = { activation: 'relu', kernelInitializer } as const;

function chain(from: SymbolicTensor, ...layers: readonly Layer[]): SymbolicTensor {
  return layers.reduce((end, layer) => apply(layer, end), from);
}

/** What a layer with one output makes of symbolic inputs. */
function apply(layer: Layer, inputs: SymbolicTensor | SymbolicTensor[]): SymbolicTensor {
  return layer.apply(inputs) as SymbolicTensor;
}

function lenet5({ layers, input, model }: TensorFlowJs, shape: Image, classes: number): LayersModel {
  const inputs = input({ shape: [...shape] });
  const outputs = chain(
    inputs,
    layers.conv2d({ ...relu, filters: 6, kernelSize: 5, padding: 'same' }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.conv2d({ ...relu, filters: 16, kernelSize: 5 }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.flatten(),
    layers.dense({ ...relu, units: 120 }),
    layers.dense({ ...relu, units: 84 }),
    layers.dense({ units: classes, activation: 'softmax' }),
  );
  return model({ inputs, outputs });
}

/** Three stages of three pairs of 3×3 convolutions, with shortcuts or without. */
function cifar20(tf: TensorFlowJs, shape: Image, classes: number, residual: boolean): LayersModel {
  const { layers } = tf;
  const normalised = (filters: number, strides = 1) => [
    layers.conv2d({ filters, kernelSize: 3, strides, padding: 'same', useBias: false, kernelInitializer }),
    layers.batchNormalization({ momentum: 0.9, epsilon: 1e-5 }),
  ];
  const inputs = tf.input({ shape: [...shape] });
  let end = chain(inputs, ...normalised(16), layers.reLU());
  for (const filters of [16, 32, 64]) {
    for (let pair = 0; pair < 3; pair += 1) {
      const shrinks = filters > 16 && pair === 0;
      const convolutions = [...normalised(filters, shrinks ? 2 : 1), layers.reLU(), ...normalised(filters)];
      const branch = chain(end, ...convolutions);
      const shortcut = shrinks ? chain(end, ...zeroPadShortcut(tf)) : end;
      end = chain(residual ? apply(layers.add(), [shortcut, branch]) : branch, layers.reLU());
    }
  }
  const last = layers.dense({ units: classes, activation: 'softmax' });
  return tf.model({ inputs, outputs: chain(end, layers.globalAveragePooling2d({}), last) });
}

/** A quarter of the paper's channels and units. */
function vgg16({ layers, input, model }: TensorFlowJs, shape: Image, classes: number): LayersModel {
  const stages = [
    { filters: 16, count: 2 },
    { filters: 32, count: 2 },
    { filters: 64, count: 3 },
    { filters: 128, count: 3 },
    { filters: 128, count: 3 },
  ];
  const convolutional = stages.flatMap(({ filters, count }) => [
    ...Array.from({ length: count }, () =>
      layers.conv2d({ ...relu, filters, kernelSize: 3, padding: 'same' }),
    ),
    layers.maxPooling2d({ poolSize: 2 }),
  ]);
  const hidden = () => [layers.dense({ ...relu, units: 1024 }), layers.dropout({ rate: 0.5 })];
  const last = layers.dense({ units: classes, activation: 'softmax' });
  const inputs = input({ shape: [...shape] });
  const outputs = chain(inputs, ...convolutional, layers.flatten(), ...hidden(), ...hidden(), last);
  return model({ inputs, outputs });
}

function sigmoidMlp({ layers, input, model }: TensorFlowJs, shape: Image, classes: number): LayersModel {
  const hidden = Array.from({ length: 5 }, () => layers.dense({ units: 256, activation: 'sigmoid' }));
  const last = layers.dense({ units: classes, activation: 'softmax' });
  const inputs = input({ shape: [...shape] });
  return model({ inputs, outputs: chain(inputs, layers.flatten(), ...hidden, last) });
}
