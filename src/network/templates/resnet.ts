import type { BooleanField, ConfigOf } from '../layers/fields';
import { ResidualDraft, type ResidualPlan, type ShortcutOption } from './residualUnits';
import {
  activationField,
  batchNormField,
  channelsField,
  classesField,
  initialiserField,
  inputField,
  shortcutField,
  widthField,
} from './settingFields';
import { scaled } from './styledDraft';
import { defineTemplate, type Template } from './template';
import { cautiousRecipe, residualRecipe } from './trainingRecipes';

const stemField: BooleanField = {
  type: 'boolean',
  label: 'Large stem',
  help: 'Begins with a 7×7 convolution of stride 2 and a pool, which make 224×224 images a quarter as high. Off, for small images: a 3×3 convolution of stride 1.',
  default: true,
};

/** Settings of the networks for ImageNet that differ in depth alone. */
export const imageNetSettings = {
  input: inputField(224, 16),
  channels: channelsField(3),
  classes: classesField(1000),
  width: widthField,
  largeStem: stemField,
  batchNorm: batchNormField(true),
  activation: activationField,
  initialiser: initialiserField,
} as const;
export type ImageNetSettings = ConfigOf<typeof imageNetSettings>;

/** Channels of the first convolution, and of the stages inside (He et al. 2016, Table 1). */
export const stageChannels = [64, 128, 256, 512] as const;

/** Units of each stage by the number of layers with weights (Table 1). */
export const stageUnits = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
} as const;

const paper = 'He, Zhang, Ren and Sun: Deep Residual Learning for Image Recognition. CVPR 2016';

/** The ImageNet networks of the paper; a plain one is the residual one without its shortcuts. */
export function buildImageNet(
  name: string,
  depth: keyof typeof stageUnits,
  {
    shortcut,
    strideAt,
    bias,
    epsilon,
  }: {
    readonly shortcut: ShortcutOption;
    readonly strideAt: ResidualPlan['strideAt'];
    readonly bias?: boolean;
    readonly epsilon?: number;
  },
  settings: ImageNetSettings,
) {
  const { batchNorm, activation, initialiser } = settings;
  const unit = depth < 50 ? 'basic' : 'bottleneck';
  const style = {
    batchNorm,
    activation,
    initialiser,
    ...(bias !== undefined && { bias }),
    ...(epsilon !== undefined && { epsilon }),
  };
  return buildImageNetOn(name, depth, new ResidualDraft({ style, shortcut, unit, strideAt }), settings);
}

/** A network for ImageNet whose units a draft knows how to build. */
export function buildImageNetOn(
  name: string,
  depth: keyof typeof stageUnits,
  draft: ResidualDraft,
  { input, channels, classes, width, largeStem, batchNorm }: ImageNetSettings,
) {
  const channelsIn = scaled(stageChannels[0], width);
  let end = draft.input(input, channels);
  end = draft.convolutionBlock(
    '1',
    { filters: channelsIn, ...(largeStem ? { kernel: 7, stride: 2 } : { kernel: 3 }) },
    end,
  );
  if (largeStem) end = draft.maxPool('pool1', { size: 3, stride: 2, pad: 1 }, end);
  const stages = {
    units: stageUnits[depth],
    channels: stageChannels.map((count) => scaled(count, width)),
    channelsIn,
    collapsed: true,
  };
  end = draft.stages(stages, end);
  end = draft.layer('pool5', 'globalAveragePool2d', {}, draft.last(end));
  draft.output(draft.dense('fc', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

const idea =
  'Each pair of layers adds to its input what is missing, instead of making everything anew. Gradients pass back through the additions undiminished, and networks of a hundred layers train.';
const watch =
  'The gradient reaches conv1 along the shortcuts. Take them out with “Convert to plain” and compare.';

function basicResnet(depth: 18 | 34, published: string): Template {
  const name = `ResNet-${depth}`;
  const settings = { ...imageNetSettings, shortcut: shortcutField('B') };
  return defineTemplate(
    { id: `resnet-${depth}`, name, family: 'plain and residual', year: 2015, paper, idea, published, watch },
    settings,
    (chosen) => buildImageNet(name, depth, { shortcut: chosen.shortcut, strideAt: 'first' }, chosen),
  );
}

function bottleneckResnet(depth: 50 | 101 | 152, published: string): Template {
  const name = `ResNet-${depth}`;
  const settings = {
    ...imageNetSettings,
    shortcut: shortcutField('B'),
    version: {
      type: 'choice',
      label: 'Version',
      help: '1.5 has the stride in the 3×3 convolution, as torchvision; 1 has it in the first 1×1, with biases, as Keras.',
      default: '1.5',
      options: [
        { value: '1.5', label: '1.5' },
        { value: '1', label: '1' },
      ],
    },
  } as const;
  return defineTemplate(
    { id: `resnet-${depth}`, name, family: 'plain and residual', year: 2015, paper, idea, published, watch },
    settings,
    (chosen) =>
      buildImageNet(
        name,
        depth,
        chosen.version === '1'
          ? { shortcut: chosen.shortcut, strideAt: 'first', bias: true, epsilon: 1.001e-5 }
          : { shortcut: chosen.shortcut, strideAt: 'middle' },
        chosen,
      ),
  );
}

function plain(depth: 18 | 34, published: string): Template {
  const name = `plain-${depth}`;
  return defineTemplate(
    {
      id: name,
      name: `Plain-${depth}`,
      family: 'plain and residual',
      year: 2015,
      paper,
      idea: 'The residual network without its shortcuts: the same layers, one behind the other. Deeper plain networks train worse, and not because they overfit: the training error itself is higher.',
      published,
      watch:
        'With batch norm the gradients stay healthy and yet it degrades. Switch batch norm off and choose Glorot to see them vanish.',
    },
    imageNetSettings,
    (chosen) => buildImageNet(`Plain-${depth}`, depth, { shortcut: 'none', strideAt: 'first' }, chosen),
  );
}

/** He et al. 2016, Tables 2 to 4: errors on ImageNet's validation images, ten crops. */
export const resnetTemplates: readonly Template[] = [
  plain(18, 'Top-1 error 27.94 % on ImageNet, ten crops.'),
  plain(34, 'Top-1 error 28.54 % on ImageNet, ten crops: worse than with 18 layers.'),
  basicResnet(18, 'Top-1 error 27.88 % on ImageNet with option A, ten crops.'),
  basicResnet(34, 'Top-1 error 24.52 % on ImageNet with option B, ten crops.'),
  bottleneckResnet(50, 'Top-1 error 22.85 % on ImageNet, ten crops.'),
  bottleneckResnet(101, 'Top-1 error 21.75 % on ImageNet, ten crops.'),
  bottleneckResnet(152, 'Top-1 error 21.43 % on ImageNet, ten crops.'),
];
