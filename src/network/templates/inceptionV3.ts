import type { ConfigOf } from '../layers/fields';
import { InceptionDraft, square } from './inceptionDraft';
import { headsField, inceptionSettings } from './inceptionSettings';
import { addInceptionV3Modules } from './inceptionV3Modules';
import { batchNormField } from './settingFields';
import { defineTemplate } from './template';
import { cautiousRecipe, residualRecipe } from './trainingRecipes';

/** Share of the auxiliary head's loss in what training lowers, as torchvision trains it. */
const headWeight = 0.4;

const settings = {
  ...inceptionSettings(299, 0),
  largeStem: {
    type: 'boolean',
    label: 'Large stem',
    help: 'Begins with windows of stride 2 that make 299×299 images 35×35. Off, for images up to 64×64: they are halved once.',
    default: true,
  },
  variant: {
    type: 'choice',
    label: 'Variant',
    help: 'Keras’s batch norm has no learned factor for each channel, since a ReLU follows; torchvision’s has one.',
    default: 'keras',
    options: [
      { value: 'keras', label: 'Keras' },
      { value: 'torchvision', label: 'torchvision' },
    ],
  },
  heads: headsField('1', headWeight),
  batchNorm: batchNormField(true),
} as const;

/** The smallest image of which windows without padding leave something at the end. */
const smallestUnpadded = 75;

/** The smallest image of which the head's windows do. */
const smallestUnpaddedHead = 299;

/** Szegedy et al. 2016, as Keras Applications and torchvision have it. */
export const inceptionV3 = defineTemplate(
  {
    id: 'inception-v3',
    name: 'Inception v3',
    family: 'inception',
    year: 2015,
    paper:
      'Szegedy, Vanhoucke, Ioffe, Shlens and Wojna: Rethinking the Inception Architecture for Computer Vision. CVPR 2016',
    idea: 'Large windows are taken apart: 5×5 into two of 3×3, and 7×7 into 1×7 and 7×1. That sees as far with a fraction of the multiply-adds, and spends them on depth and width instead.',
    published:
      'Top-1 error 21.2 % and top-5 error 5.6 % on ImageNet’s validation images, one network and one crop.',
    watch:
      'Open a module and follow its branches: each keeps a gradient of its own, and the pool’s is the shortest way back.',
  },
  settings,
  build,
);

function build(chosen: ConfigOf<typeof settings>, { name }: { readonly name: string }) {
  const { input, channels, classes, width, largeStem, variant, dropout } = chosen;
  const { batchNorm, activation, initialiser } = chosen;
  const style = { batchNorm, activation, initialiser, epsilon: 1e-3 };
  const draft = new InceptionDraft(style, width, variant === 'torchvision');
  const padding = largeStem && input >= smallestUnpadded ? 'valid' : 'same';
  const halving = { size: square(3), stride: 2, padding } as const;
  const three = { size: square(3), padding } as const;
  let end = draft.input(input, channels);
  end = draft.unit('1', 32, largeStem ? halving : three, end);
  end = draft.unit('2', 32, three, end);
  end = draft.unit('3', 64, { size: square(3) }, end);
  if (largeStem) end = draft.pool('pool_stem1', 'maxPool2d', halving, end);
  end = draft.unit('4', 80, { size: square(1) }, end);
  end = draft.unit('5', 192, three, end);
  end = draft.pool('pool_stem2', 'maxPool2d', halving, end);
  const modules = addInceptionV3Modules(draft, padding, end);
  end = modules.end;
  if (chosen.heads === '1') {
    const headPadding = largeStem && input >= smallestUnpaddedHead ? 'valid' : 'same';
    addHead(draft, classes, headPadding, modules.beforeLastReduction);
  }
  end = draft.layer('pool', 'globalAveragePool2d', {}, end);
  end = draft.dropout('dropout', dropout, end);
  draft.output(draft.dense('fc', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

/** The auxiliary head as torchvision has it: of 17×17, a pool leaves 5×5 and a convolution of that size 1×1. */
function addHead(draft: InceptionDraft, classes: number, padding: 'same' | 'valid', from: string): void {
  draft.head('head1', headWeight, () => {
    const window = { size: square(5), padding } as const;
    let end = draft.pool('pool_head1', 'averagePool2d', { ...window, stride: 3 }, from);
    end = draft.unit('_head1a', 128, { size: square(1) }, end);
    end = draft.unit('_head1b', 768, window, end);
    end = draft.layer('pool2_head1', 'globalAveragePool2d', {}, end);
    return draft.dense('fc_head1', classes, end);
  });
}
