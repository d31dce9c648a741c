import type { ConfigOf } from '../layers/fields';
import {
  activationField,
  channelsField,
  classesField,
  dropoutField,
  initialiserField,
  inputField,
  widthField,
} from './settingFields';
import { StyledDraft, scaled } from './styledDraft';
import { defineTemplate, type Template } from './template';
import { cautiousRecipe, residualRecipe } from './trainingRecipes';

const settings = {
  input: inputField(224, 32),
  channels: channelsField(3),
  classes: classesField(1000),
  width: widthField,
  hiddenUnits: {
    type: 'integer',
    label: 'Hidden units',
    help: 'Units of the two Dense layers before the last, multiplied by the width. 512 suits small images.',
    default: 4096,
    min: 1,
    max: 8192,
  },
  dropout: dropoutField(0.5),
  activation: activationField,
  initialiser: initialiserField,
} as const;

/** Channels of the five stages. */
const stageChannels = [64, 128, 256, 512, 512] as const;

/** A VGG with these numbers of convolutions in its stages (Simonyan & Zisserman 2015, Table 1). */
function vgg(depth: 16 | 19, batchNorm: boolean, error: string): Template {
  const convolutions = depth === 16 ? [2, 2, 3, 3, 3] : [2, 2, 4, 4, 4];
  const text = {
    id: `vgg-${depth}${batchNorm ? '-bn' : ''}`,
    name: `VGG-${depth}${batchNorm ? ' with batch norm' : ''}`,
    family: 'classic',
    year: 2014,
    paper:
      'Simonyan and Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition. ICLR 2015',
    idea: 'Nothing but 3×3 convolutions: two in a row see 5×5 and three see 7×7, with fewer weights and more non-linearities. Each stage halves height and width and doubles the channels.',
    published: error,
    watch: batchNorm
      ? 'Batch norm keeps every layer’s activations in range, so that a rate ten times as high trains.'
      : 'Without batch norm the first weights decide: choose Glorot in place of He and see the gradient fall towards the input.',
  } as const;
  return defineTemplate(text, settings, (chosen) => build(convolutions, batchNorm, text.name, chosen));
}

function build(
  convolutions: readonly number[],
  batchNorm: boolean,
  name: string,
  {
    input,
    channels,
    classes,
    width,
    hiddenUnits,
    dropout,
    activation,
    initialiser,
  }: ConfigOf<typeof settings>,
) {
  const draft = new StyledDraft({ batchNorm, activation, initialiser, bias: true });
  let end = draft.input(input, channels);
  for (const [index, count] of convolutions.entries()) {
    const stage = index + 1;
    const filters = scaled(stageChannels[index] ?? 512, width);
    draft.inBlock(`conv${stage}_x`, false, () => {
      for (let place = 1; place <= count; place += 1)
        end = draft.convolutionBlock(`${stage}_${place}`, { filters, kernel: 3 }, end);
    });
    end = draft.maxPool(`pool${stage}`, { size: 2, stride: 2 }, end);
  }
  end = draft.layer('flatten', 'flatten', {}, end);
  for (const number of [6, 7]) {
    end = draft.activate(String(number), draft.dense(`fc${number}`, scaled(hiddenUnits, width), end));
    end = draft.dropout(`dropout${number}`, dropout, end);
  }
  draft.output(draft.dense('fc8', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

/** Simonyan & Zisserman 2015; with batch norm as in torchvision, behind convolutions that keep their biases. */
export const vggTemplates: readonly Template[] = [
  vgg(16, false, 'Top-5 error 8.8 % on ImageNet’s validation images at one scale, configuration D.'),
  vgg(19, false, 'Top-5 error 9.0 % on ImageNet’s validation images at one scale, configuration E.'),
  vgg(16, true, 'Top-1 accuracy 73.4 % on ImageNet’s validation images (torchvision’s weights).'),
  vgg(19, true, 'Top-1 accuracy 74.2 % on ImageNet’s validation images (torchvision’s weights).'),
];
