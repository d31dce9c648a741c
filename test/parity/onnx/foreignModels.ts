import {
  type AttributeValue,
  attributeProto,
  elementType,
  encodeModel,
  type NodeProto,
  type TensorProto,
} from '../../../src/engine/onnx/messages';
import { randomStream } from '../../../src/engine/randomStreams';

/** A model as other programs write it. */
export interface ForeignModel {
  readonly title: string;
  readonly bytes: Uint8Array;
}

type Attributes = Readonly<Record<string, AttributeValue>>;
type Line = readonly [opType: string, inputs: readonly string[], attributes?: Attributes];

const stream = randomStream(7, 'foreign');

function weight(name: string, dims: readonly number[], floor = Number.NEGATIVE_INFINITY): TensorProto {
  const count = dims.reduce((product, extent) => product * extent, 1);
  const values = Float32Array.from({ length: count }, () => Math.max(0.5 * stream.normal(), floor));
  return { name, dims, dataType: elementType.float, rawData: new Uint8Array(values.buffer) };
}

function integers(name: string, values: readonly number[]): TensorProto {
  const array = BigInt64Array.from(values.map(BigInt));
  return {
    name,
    dims: [values.length],
    dataType: elementType.int64,
    rawData: new Uint8Array(array.buffer),
  };
}

/** Each line takes what the one before made as `-`, and gives it under its number: `t0`. */
function model(title: string, lines: readonly Line[], initializer: readonly TensorProto[]): ForeignModel {
  const node = lines.map(([opType, inputs, attributes = {}], index): NodeProto => {
    const before = index === 0 ? 'images' : `t${index - 1}`;
    return {
      name: `/scope/part${index}/${opType}`,
      opType,
      input: inputs.map((input) => (input === '-' ? before : input)),
      output: [`t${index}`],
      attribute: Object.entries(attributes).map(([name, value]) => attributeProto(name, value)),
    };
  });
  const tensor = (name: string, extents: readonly number[]) => ({
    name,
    type: {
      tensorType: {
        elemType: elementType.float,
        shape: { dim: [{ dimParam: 'batch' }, ...extents.map((dimValue) => ({ dimValue }))] },
      },
    },
  });
  const bytes = encodeModel({
    irVersion: 8,
    producerName: 'another program',
    producerVersion: '1',
    docString: '',
    opsetImport: [{ domain: '', version: 17 }],
    metadataProps: [],
    graph: {
      name: 'main_graph',
      node,
      initializer,
      input: [tensor('images', [2, 6, 5])],
      output: [tensor(`t${lines.length - 1}`, [4])],
    },
  });
  return { title, bytes };
}

const window = { kernel_shape: [3, 3], strides: [2, 2] };
const toClasses: readonly Line[] = [
  ['Flatten', ['-'], { axis: 1 }],
  ['MatMul', ['-', 'kernel']],
  ['Add', ['bias', '-']],
];

/** What Layerwise does not write itself, and reads. Images are 2×6×5, and there are four classes. */
export const foreignModels: readonly ForeignModel[] = [
  model('features flattened channels first, a bias as a sum', toClasses, [
    weight('kernel', [60, 4]),
    weight('bias', [4]),
  ]),
  model(
    'batch norm over features that were flattened channels first',
    [
      ['Flatten', ['-']],
      ['BatchNormalization', ['-', 'g', 'b', 'm', 'v']],
      ['Gemm', ['-', 'kernel'], { transB: 1 }],
    ],
    [...['g', 'b', 'm'].map((name) => weight(name, [60])), weight('v', [60], 0.3), weight('kernel', [4, 60])],
  ),
  model(
    'means that count their padding',
    [['AveragePool', ['-'], { ...window, pads: [1, 1, 1, 1], count_include_pad: 1 }], ...toClasses],
    [weight('kernel', [18, 4]), weight('bias', [4])],
  ),
  model(
    'windows that reach over the edge',
    [['MaxPool', ['-'], { ...window, ceil_mode: 1 }], ...toClasses],
    [weight('kernel', [12, 4]), weight('bias', [4])],
  ),
  model(
    'SAME with the odd row in front',
    [['Conv', ['-', 'filters'], { ...window, auto_pad: 'SAME_LOWER' }], ...toClasses],
    [weight('filters', [3, 2, 3, 3]), weight('kernel', [27, 4]), weight('bias', [4])],
  ),
  model(
    'a reshape with its shape computed',
    [
      ['Shape', ['-']],
      ['Gather', ['-', 'zero'], { axis: 0 }],
      ['Concat', ['-', 'rest'], { axis: 0 }],
      ['Reshape', ['images', '-']],
      ['Gemm', ['-', 'kernel']],
    ],
    [integers('zero', [0]), integers('rest', [-1]), weight('kernel', [60, 4])],
  ),
  model(
    'a mean over height and width',
    [
      ['ReduceMean', ['-'], { axes: [2, 3], keepdims: 0 }],
      ['Gemm', ['-', 'kernel']],
    ],
    [weight('kernel', [2, 4])],
  ),
  model(
    'images turned to channels last, whose convolution is turned back',
    [
      ['Transpose', ['-'], { perm: [0, 2, 3, 1] }],
      ['Relu', ['-']],
      ['Transpose', ['-'], { perm: [0, 3, 1, 2] }],
      ['Conv', ['-', 'filters']],
      ['GlobalMaxPool', ['-']],
      ['Flatten', ['-']],
    ],
    [weight('filters', [4, 2, 3, 3])],
  ),
  model(
    'a factor for each channel, and less than what is taken off',
    [['Mul', ['-', 'factors']], ['Sub', ['images', '-']], ...toClasses],
    [weight('factors', [1, 2, 1, 1]), weight('kernel', [60, 4]), weight('bias', [4])],
  ),
];

/** In the middle of it stands what no layer is. */
export const modelWithGap: ForeignModel = model(
  'an operator without a layer',
  [['Conv', ['-', 'filters']], ['Einsum', ['-'], { equation: 'nchw->nchw' }], ['Relu', ['-']], ...toClasses],
  [weight('filters', [3, 2, 3, 3]), weight('kernel', [36, 4]), weight('bias', [4])],
);
