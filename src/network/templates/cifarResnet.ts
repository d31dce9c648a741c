import type { ConfigOf, IntegerField } from '../layers/fields';
import { ResidualDraft, type ShortcutOption } from './residualUnits';
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

const unitsField = (units: number): IntegerField => ({
  type: 'integer',
  label: 'Units per stage',
  help: 'Residual units n in each of the three stages, or pairs of layers of the plain network: 6n + 2 layers in all.',
  default: units,
  min: 1,
  max: 200,
});

/** Settings of the networks for CIFAR-10 whose stages have n units. */
export const cifarSettings = (units: number) =>
  ({
    n: unitsField(units),
    input: inputField(32, 8),
    channels: channelsField(3),
    classes: classesField(10),
    width: widthField,
    batchNorm: batchNormField(true),
    activation: activationField,
    initialiser: initialiserField,
  }) as const;
export type CifarSettings = ConfigOf<ReturnType<typeof cifarSettings>>;

/** Channels of the three stages (He et al. 2016, Deep Residual Learning, section 4.2). */
const stageChannels = [16, 32, 64] as const;

/** Stages with more units than this are shown as one card at first. */
const openUnits = 5;

/** A network for CIFAR-10 from its units to a document: 3×3 convolution, three stages, global pooling, dense. */
export function buildCifar(
  name: string,
  draft: ResidualDraft,
  { n, input, channels, classes, width, batchNorm }: CifarSettings,
) {
  const widths = stageChannels.map((count) => scaled(count, width));
  const channelsIn = widths[0] ?? 1;
  let end = draft.input(input, channels);
  end = draft.convolutionBlock('1', { filters: channelsIn, kernel: 3 }, end);
  end = draft.stages({ units: [n, n, n], channels: widths, channelsIn, collapsed: n > openUnits }, end);
  end = draft.layer('pool4', 'globalAveragePool2d', {}, draft.last(end));
  draft.output(draft.dense('fc', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

const paper = 'He, Zhang, Ren and Sun: Deep Residual Learning for Image Recognition. CVPR 2016';

/** Published test errors on CIFAR-10 in % by depth: residual (Table 6) and plain (read off Figure 6). */
const residualErrors: Readonly<Record<number, string>> = {
  20: '8.75',
  32: '7.51',
  44: '7.17',
  56: '6.97',
  110: '6.43',
};
const plainErrors: Readonly<Record<number, string>> = {
  20: 'about 9.5',
  32: 'about 10',
  44: 'about 12',
  56: 'about 13.5',
  110: 'more than 60',
};

function publishedError(errors: Readonly<Record<number, string>>, depth: number): string {
  const error = errors[depth];
  return error === undefined
    ? 'The paper has no figure for this depth.'
    : `Test error ${error} % on CIFAR-10.`;
}

/** `resnet-20-cifar` and its kin: 6n + 2 layers. */
export function residualCifar(depth: number): Template {
  const text = {
    id: `resnet-${depth}-cifar`,
    name: `ResNet-${depth} for CIFAR`,
    family: 'plain and residual',
    year: 2015,
    paper,
    idea: 'Three stages of equal length on small images, so that nothing but depth differs between networks. With shortcuts more layers help; without them more layers hurt.',
    published: publishedError(residualErrors, depth),
    watch:
      'The profile of gradients stays level over all layers. Compare it with the plain network of the same depth.',
  } as const;
  return defineTemplate(text, { ...cifarSettings((depth - 2) / 6), shortcut: shortcutField('A') }, (chosen) =>
    buildCifar(`ResNet-${6 * chosen.n + 2}`, cifarDraft(chosen.shortcut, chosen), chosen),
  );
}

/** `plain-20-cifar` and its kin. */
export function plainCifar(depth: number): Template {
  const text = {
    id: `plain-${depth}-cifar`,
    name: `Plain-${depth} for CIFAR`,
    family: 'plain and residual',
    year: 2015,
    paper,
    idea: 'The residual network without its shortcuts. From some depth on it trains worse the more layers it has, on the training images too.',
    published: publishedError(plainErrors, depth),
    watch:
      'Switch batch norm off and choose Glorot: the gradient falls by about 1.5 decades every ten layers. With batch norm it stays healthy, and the network degrades all the same.',
  } as const;
  return defineTemplate(text, cifarSettings((depth - 2) / 6), (chosen) =>
    buildCifar(`Plain-${6 * chosen.n + 2}`, cifarDraft('none', chosen), chosen),
  );
}

function cifarDraft(
  shortcut: ShortcutOption,
  { batchNorm, activation, initialiser }: CifarSettings,
): ResidualDraft {
  return new ResidualDraft({
    style: { batchNorm, activation, initialiser },
    shortcut,
    unit: 'basic',
    strideAt: 'first',
  });
}

/** Depths that are listed; others are found by their id. */
export const listedDepths = [20, 32, 44, 56, 110] as const;
