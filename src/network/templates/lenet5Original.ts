import type { ConfigOf } from '../layers/fields';
import { layerKind } from '../layers/registry';
import { NetworkDraft } from './networkDraft';
import { initialiserField, inputField } from './settingFields';
import { defineTemplate } from './template';
import { cautiousRecipe } from './trainingRecipes';

/** Height and width that C1 sees. */
const paddedSize = 32;

const settings = {
  input: {
    ...inputField(28, 28),
    help: 'Height and width of the images. 28×28 images get two rows of zeros at each side, which makes them the 32×32 of the paper.',
    max: 32,
  },
  activation: {
    type: 'choice',
    label: 'Activation',
    help: 'The non-linearity behind the subsampling. The gradient of a sigmoid is a quarter at most, of tanh up to 1.',
    default: 'sigmoid',
    options: [
      { value: 'sigmoid', label: 'Sigmoid' },
      { value: 'tanh', label: 'Tanh' },
    ],
  },
  initialiser: initialiserField,
} as const;

/**
 * LeNet-5 as in the paper: subsampling with a coefficient and a bias for each map and the sigmoid behind it, the sparse
 * table between S2 and C3, a convolution as C5, and distances to bitmaps of the digits. 60,000 trainable parameters, 840
 * pixels that stay as they are.
 */
export const lenet5Original = defineTemplate(
  {
    id: 'lenet-5-original',
    name: 'LeNet-5, original',
    family: 'classic',
    year: 1998,
    paper:
      'LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document Recognition. Proceedings of the IEEE 86(11), 1998',
    idea: 'The network as the paper has it: maps see some of the maps before them, pools learn, and the answer is the digit whose bitmap is nearest. Each of these parts was later replaced by a plainer one that works as well.',
    published: 'Error 0.95 % on MNIST’s test digits.',
    watch:
      'The sigmoids let through a quarter of the gradient at most, so that C1 starts slowly. Choose tanh, or compare with the modern LeNet-5.',
  },
  settings,
  build,
);

function build({ input, activation, initialiser }: ConfigOf<typeof settings>, { name }: { name: string }) {
  const draft = new NetworkDraft();
  const { stem } = layerKind(activation);
  const kernel = { kernelSize: [5, 5], initialiser };
  const missing = paddedSize - input;
  const [before, after] = [Math.floor(missing / 2), Math.ceil(missing / 2)];
  const padding =
    missing === 0
      ? { padding: 'valid' }
      : { padding: 'explicit', explicitPadding: [before, after, before, after] };
  let end = draft.layer('input', 'input', { height: input, width: input, channels: 1 });
  end = draft.layer('C1', 'conv2d', { ...kernel, filters: 6, ...padding }, end);
  end = draft.layer('S2', 'trainableSubsample', {}, end);
  end = draft.layer(`${stem}2`, activation, {}, end);
  end = draft.layer('C3', 'tableConv2d', { ...kernel, padding: 'valid' }, end);
  end = draft.layer('S4', 'trainableSubsample', {}, end);
  end = draft.layer(`${stem}4`, activation, {}, end);
  end = draft.layer('C5', 'conv2d', { ...kernel, filters: 120, padding: 'valid' }, end);
  end = draft.layer(`${stem}5`, activation, {}, end);
  end = draft.layer('flatten', 'flatten', {}, end);
  end = draft.layer('F6', 'dense', { units: 84, initialiser }, end);
  // The paper's squashing function, 1.7159 tanh(2a/3), takes ±1 to ±1: the values of the bitmaps (appendix A).
  end = draft.layer('scale6', 'scale', { factor: 0.6667 }, end);
  end = draft.layer('tanh6', 'tanh', {}, end);
  end = draft.layer('scale7', 'scale', { factor: 1.7159 }, end);
  end = draft.layer('RBF', 'rbf', {}, end);
  draft.layer('output', 'output', { loss: 'softmaxCrossEntropy' }, end);
  const ends = { height: input, width: input, channels: 1, classes: 10 };
  return draft.document(name, cautiousRecipe(ends));
}
