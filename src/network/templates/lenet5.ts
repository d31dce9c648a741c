import { defaultTrainingSettings } from '../graph/trainingSettings';
import type { ConfigOf } from '../layers/fields';
import { layerKind } from '../layers/registry';
import { NetworkDraft } from './networkDraft';
import {
  activationField,
  channelsField,
  classesField,
  initialiserField,
  inputField,
  widthField,
} from './settingFields';
import { scaled } from './styledDraft';
import { defineTemplate } from './template';
import { datasetFor } from './trainingRecipes';

const settings = {
  input: inputField(28, 16),
  channels: channelsField(1),
  classes: classesField(10),
  padding: {
    type: 'choice',
    label: 'First padding',
    help: 'Same pads 28×28 images to the 32×32 of the paper; Valid adds nothing.',
    default: 'same',
    options: [
      { value: 'same', label: 'Same' },
      { value: 'valid', label: 'Valid' },
    ],
  },
  width: widthField,
  activation: activationField,
  initialiser: initialiserField,
} as const;

/**
 * LeNet-5 as it is taught today: full connections in the second convolution, max pooling, ReLU and softmax
 * in place of the paper's sparse table, trainable subsampling, tanh and radial basis outputs. Same padding
 * on conv1 takes MNIST's 28×28 where the paper padded to 32×32. 61,706 parameters, 416,520 multiply-adds.
 */
export const lenet5 = defineTemplate(
  {
    id: 'lenet-5',
    name: 'LeNet-5',
    family: 'classic',
    year: 1998,
    paper:
      'LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document Recognition. Proceedings of the IEEE 86(11), 1998',
    idea: 'Convolution and pooling in turn, then dense layers: small shared filters find strokes wherever they are. Reading digits is learned from pixels alone.',
    published: 'Error 0.95 % on MNIST’s test digits, for the network of the paper.',
    watch: 'It is shallow, so the gradient reaches conv1 at full strength. It learns within seconds.',
  },
  settings,
  build,
);

function build(chosen: ConfigOf<typeof settings>, { name }: { readonly name: string }) {
  const { input, channels, classes, padding, width, activation, initialiser } = chosen;
  const draft = new NetworkDraft();
  const { stem } = layerKind(activation);
  const pool = { poolSize: [2, 2], strides: [2, 2] };
  const convolution = (filters: number, pad: string) => ({
    filters: scaled(filters, width),
    kernelSize: [5, 5],
    padding: pad,
    initialiser,
  });
  const dense = (units: number) => ({ units, initialiser });
  let end = draft.layer('input', 'input', { height: input, width: input, channels });
  end = draft.layer('conv1', 'conv2d', convolution(6, padding), end);
  end = draft.layer(`${stem}1`, activation, {}, end);
  end = draft.layer('pool1', 'maxPool2d', pool, end);
  end = draft.layer('conv2', 'conv2d', convolution(16, 'valid'), end);
  end = draft.layer(`${stem}2`, activation, {}, end);
  end = draft.layer('pool2', 'maxPool2d', pool, end);
  end = draft.layer('flatten', 'flatten', {}, end);
  end = draft.layer('fc1', 'dense', dense(scaled(120, width)), end);
  end = draft.layer(`${stem}3`, activation, {}, end);
  end = draft.layer('fc2', 'dense', dense(scaled(84, width)), end);
  end = draft.layer(`${stem}4`, activation, {}, end);
  end = draft.layer('fc3', 'dense', dense(classes), end);
  draft.layer('output', 'output', { loss: 'softmaxCrossEntropy' }, end);
  const dataset = datasetFor({ height: input, width: input, channels, classes });
  return draft.document(name, { ...defaultTrainingSettings, dataset });
}
