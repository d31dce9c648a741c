import type { ConfigOf } from '../layers/fields';
import { layerKind } from '../layers/registry';
import { type AlexNetPlan, caffeStages, grouped, torchvisionStages } from './alexnetStages';
import {
  activationField,
  batchNormField,
  channelsField,
  classesField,
  dropoutField,
  initialiserField,
  inputField,
  widthField,
} from './settingFields';
import { StyledDraft, scaled } from './styledDraft';
import { defineTemplate, type Template, type TemplateText } from './template';
import { cautiousRecipe, residualRecipe } from './trainingRecipes';

const settingsFor = (input: number) =>
  ({
    input: inputField(input, 16),
    channels: channelsField(3),
    classes: classesField(1000),
    width: widthField,
    largeStem: {
      type: 'boolean',
      label: 'Large stem',
      help: 'Begins with an 11×11 convolution of stride 4, which makes large images a quarter as high. Off, for images up to 64×64: a 5×5 convolution of stride 1.',
      default: true,
    },
    hiddenUnits: {
      type: 'integer',
      label: 'Hidden units',
      help: 'Units of the two Dense layers before the last, multiplied by the width. 512 suits small images.',
      default: 4096,
      min: 1,
      max: 8192,
    },
    dropout: dropoutField(0.5),
    batchNorm: {
      ...batchNormField(false),
      help: 'Normalises each channel behind every convolution, in place of local response normalisation.',
    },
    activation: activationField,
    initialiser: initialiserField,
  }) as const;

const paper =
  'Krizhevsky, Sutskever and Hinton: ImageNet Classification with Deep Convolutional Neural Networks. NIPS 2012';

function alexNet(
  text: Pick<TemplateText, 'id' | 'name' | 'idea' | 'published' | 'watch'>,
  input: number,
  plan: AlexNetPlan,
): Template {
  return defineTemplate({ ...text, family: 'classic', year: 2012, paper }, settingsFor(input), (chosen) =>
    build(text.name, plan, chosen),
  );
}

function build(name: string, plan: AlexNetPlan, chosen: ConfigOf<ReturnType<typeof settingsFor>>) {
  const { input, channels, classes, width, largeStem, batchNorm, dropout } = chosen;
  const { activation, initialiser } = chosen;
  const draft = new StyledDraft({ batchNorm, activation, initialiser });
  const { stem } = layerKind(activation);
  const { stemPad, localResponse, adaptive, raisedBiases } = plan;
  // Three valid pools behind the large stem leave nothing of smaller images.
  const padding = largeStem && input < 67 - 2 * stemPad ? 'same' : 'valid';
  let end = draft.input(input, channels);
  for (const [index, { filters, kernel, groups, pooled }] of plan.stages.entries()) {
    const number = String(index + 1);
    const sliding =
      index > 0
        ? { kernelSize: [kernel, kernel], padding: 'same' }
        : largeStem
          ? {
              kernelSize: [kernel, kernel],
              strides: [4, 4],
              ...(stemPad > 0
                ? { padding: 'explicit', explicitPadding: [stemPad, stemPad, stemPad, stemPad] }
                : { padding: 'valid' }),
            }
          : { kernelSize: [5, 5], padding: 'same' };
    end = draft.layer(
      `conv${number}`,
      'conv2d',
      {
        filters: grouped(filters, width, plan.stages),
        ...sliding,
        groups,
        useBias: !batchNorm,
        biasValue: raisedBiases && [1, 3, 4].includes(index) ? 1 : 0,
        initialiser,
      },
      end,
    );
    end = draft.activate(number, draft.norm(number, end));
    if (!pooled) continue;
    if (localResponse && !batchNorm && index < 2)
      end = draft.layer(
        `norm${number}`,
        'localResponseNorm',
        { size: 5, bias: 2, alpha: 1e-4, beta: 0.75 },
        end,
      );
    // Windows of 3 at steps of 2 overlap.
    end = draft.layer(`pool${number}`, 'maxPool2d', { poolSize: [3, 3], strides: [2, 2], padding }, end);
  }
  if (adaptive) end = draft.layer('pool6', 'adaptiveAveragePool2d', { outputSize: [6, 6] }, end);
  end = draft.layer('flatten', 'flatten', {}, end);
  const units = scaled(chosen.hiddenUnits, width);
  const hidden = { units, initialiser, biasValue: raisedBiases ? 1 : 0 };
  for (const number of [6, 7]) {
    if (adaptive) end = draft.dropout(`dropout${number}`, dropout, end);
    end = draft.layer(`fc${number}`, 'dense', hidden, end);
    end = draft.layer(`${stem}${number}`, activation, {}, end);
    if (!adaptive) end = draft.dropout(`dropout${number}`, dropout, end);
  }
  draft.output(draft.dense('fc8', classes, end));
  const ends = { height: input, width: input, channels, classes };
  return draft.document(name, batchNorm ? residualRecipe(ends) : cautiousRecipe(ends));
}

const idea =
  'A deep convolutional network with ReLUs, dropout and augmented images halved the error on ImageNet. ReLUs do not saturate, so it learned several times as fast as with tanh.';
const watch =
  'Most weights are in the first Dense layer, and most of the work in the convolutions. Choose tanh in place of ReLU and see how much later the loss falls.';

export const alexnetTemplates: readonly Template[] = [
  alexNet(
    {
      id: 'alexnet',
      name: 'AlexNet',
      idea,
      published: 'Top-5 error 18.2 % on ImageNet’s validation images, one network (2012 contest).',
      watch,
    },
    227,
    { stages: caffeStages(2), stemPad: 0, localResponse: true, adaptive: false, raisedBiases: true },
  ),
  alexNet(
    {
      id: 'alexnet-ungrouped',
      name: 'AlexNet without groups',
      idea: 'AlexNet as it is often drawn: every filter sees all channels, where the paper split them between two GPUs. The split saves a third of the multiply-adds and few of the weights.',
      published: 'The paper’s network with groups: top-5 error 18.2 % on ImageNet’s validation images.',
      watch: 'With 224×224 images and no padding, a common slip, the last pool gives 5×5 in place of 6×6.',
    },
    227,
    { stages: caffeStages(1), stemPad: 0, localResponse: true, adaptive: false, raisedBiases: true },
  ),
  alexNet(
    {
      id: 'alexnet-torchvision',
      name: 'AlexNet, one tower',
      idea: 'The single-tower form that torchvision has (Krizhevsky 2014): fewer filters and no local response normalisation. It reaches about the same accuracy.',
      published: 'Top-1 accuracy 56.5 % on ImageNet’s validation images (torchvision’s weights).',
      watch,
    },
    224,
    { stages: torchvisionStages, stemPad: 2, localResponse: false, adaptive: true, raisedBiases: false },
  ),
];
