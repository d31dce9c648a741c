import type { ConfigOf } from '../layers/fields';
import { addGoogLeNetHead, headsBehind, headWeight } from './googlenetHeads';
import { addGoogLeNetModule, googlenetModules } from './googlenetModules';
import { InceptionDraft, square } from './inceptionDraft';
import { headsField, inceptionSettings } from './inceptionSettings';
import { defineTemplate, type Template } from './template';
import { cautiousRecipe, residualRecipe } from './trainingRecipes';

const settingsFor = (dropout: number) =>
  ({
    ...inceptionSettings(224, dropout),
    largeStem: {
      type: 'boolean',
      label: 'Large stem',
      help: 'Begins with a 7×7 convolution of stride 2 and a pool, which make 224×224 images a quarter as high. Off, for images up to 64×64: a 3×3 convolution of stride 1.',
      default: true,
    },
    heads: headsField('2', headWeight),
  }) as const;

/** In what the paper's form and the later one with batch norm differ. */
interface Form {
  readonly batchNorm: boolean;
  /** Kernel of the branch that the paper calls 5×5. */
  readonly largest: number;
  /** Window of the pool between the modules 4e and 5a. */
  readonly lastPool: number;
}

/** Caffe divides its α of 1e−4 by the five channels. */
const localResponse = { size: 5, bias: 1, alpha: 2e-5, beta: 0.75 };

/** Pools round sizes up, as Caffe does: 112 to 56, 28, 14 and 7, with the odd row of padding at the end. */
function build(
  name: string,
  { batchNorm, largest, lastPool }: Form,
  chosen: ConfigOf<ReturnType<typeof settingsFor>>,
) {
  const { input, channels, classes, width, largeStem, dropout, heads, activation, initialiser } = chosen;
  const extent = Math.ceil(input / (largeStem ? 16 : 4));
  const draft = new InceptionDraft({ batchNorm, activation, initialiser, epsilon: 1e-3 }, width);
  const halving = { size: square(3), stride: 2 };
  const respond = (id: string, from: string) =>
    batchNorm ? from : draft.layer(id, 'localResponseNorm', localResponse, from);
  let end = draft.input(input, channels);
  end = draft.unit('1', 64, largeStem ? { size: square(7), stride: 2 } : { size: square(3) }, end);
  if (largeStem) end = draft.pool('pool1', 'maxPool2d', halving, end);
  end = respond('norm1', end);
  end = draft.unit('2r', 64, { size: square(1) }, end);
  end = draft.unit('2', 192, { size: square(3) }, end);
  end = draft.pool('pool2', 'maxPool2d', halving, respond('norm2', end));
  for (const module of googlenetModules) {
    end = addGoogLeNetModule(draft, module, largest, end);
    const head = headsBehind[module.name];
    if (heads === '2' && head !== undefined) addGoogLeNetHead(draft, head, { classes, width, extent }, end);
    if (module.name === '3b') end = draft.pool('pool3', 'maxPool2d', halving, end);
    if (module.name === '4e')
      end = draft.pool('pool4', 'maxPool2d', { size: square(lastPool), stride: 2 }, end);
  }
  end = draft.layer('pool5', 'globalAveragePool2d', {}, end);
  end = draft.dropout('dropout', dropout, end);
  draft.output(draft.dense('fc', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

const about = {
  family: 'inception',
  year: 2014,
  paper: 'Szegedy et al.: Going Deeper with Convolutions. CVPR 2015',
  idea: 'Each module looks at the image through windows of several sizes at once, behind 1×1 convolutions that thin out the channels. With a twelfth of AlexNet’s weights it made less than half its errors.',
} as const;

/** Szegedy et al. 2015; with batch norm as in torchvision. */
export const googlenetTemplates: readonly Template[] = [
  defineTemplate(
    {
      ...about,
      id: 'googlenet',
      name: 'GoogLeNet',
      published: 'Top-5 error 10.07 % on ImageNet’s validation images, one network and one crop.',
      watch:
        'Open a module and compare its branches: the 3×3 one carries most of the weights. Without batch norm the first modules learn slowly.',
    },
    settingsFor(0.4),
    (chosen, { name }) => build(name, { batchNorm: false, largest: 5, lastPool: 3 }, chosen),
  ),
  defineTemplate(
    {
      ...about,
      id: 'googlenet-bn',
      name: 'GoogLeNet with batch norm',
      published: 'Top-1 accuracy 69.8 % on ImageNet’s validation images (torchvision’s weights).',
      watch:
        'Batch norm brings gradients of about the same size to all modules, which the paper could reach with extra outputs only. Its “5×5” branches have windows of 3×3.',
    },
    settingsFor(0.2),
    (chosen, { name }) => build(name, { batchNorm: true, largest: 3, lastPool: 2 }, chosen),
  ),
];
