import type { NumberField } from '../layers/fields';
import { buildCifar, type CifarSettings, cifarSettings } from './cifarResnet';
import { ResidualDraft, type ResidualPlan, type ShortcutOption } from './residualUnits';
import {
  type ActivationOrder,
  ActivationOrderDraft,
  type ShortcutVariant,
  ShortcutVariantDraft,
} from './residualVariantUnits';
import { shortcutField } from './settingFields';
import { defineTemplate, type Template, type TemplateText } from './template';

const paper = 'He, Zhang, Ren and Sun: Identity Mappings in Deep Residual Networks. ECCV 2016';

/** Units of each stage at first: 20 layers, which train on two cores; the paper has 18, for 110 layers. */
const units = 3;

type VariantText = Pick<TemplateText, 'id' | 'name' | 'idea' | 'published' | 'watch'>;

const textOf = (text: VariantText): TemplateText => ({
  ...text,
  family: 'residual variant',
  year: 2016,
  paper,
});

function planOf(
  shortcut: ShortcutOption,
  { batchNorm, activation, initialiser }: CifarSettings,
): ResidualPlan {
  return { style: { batchNorm, activation, initialiser }, shortcut, unit: 'basic', strideAt: 'first' };
}

const settings = { ...cifarSettings(units), shortcut: shortcutField('A') };

const factorField = (label: string, factor: number): NumberField => ({
  type: 'number',
  label,
  help: 'What every value on this way is multiplied by. The paper tries 0 and 1, ½ and 1, and ½ and ½.',
  default: factor,
  min: 0,
  max: 2,
  step: 0.1,
});

const biasField: NumberField = {
  type: 'number',
  label: 'First gate bias',
  help: 'What the gates’ biases start at. The further below zero, the nearer the shortcut is to the identity.',
  default: -6,
  min: -10,
  max: 2,
  step: 1,
};

/** Table 1 of the paper: what becomes of the shortcut (test errors of 110 layers on CIFAR-10). */
const constantScaling = defineTemplate(
  textOf({
    id: 'resnet-constant-scaling-cifar',
    name: 'Constant scaling',
    idea: 'Every shortcut is multiplied by a constant. After k additions the signal, and the gradient on its way back, has been multiplied k times.',
    published:
      'Test error 12.35 % with ½ and ½; ½ and 1, or 0 and 1, fail (110 layers; 6.61 % with the identity).',
    watch: 'With ½ the gradient along the shortcuts halves at each unit: compare conv1 with the last layer.',
  }),
  { ...settings, shortcutFactor: factorField('Shortcut ×', 0.5), branchFactor: factorField('Branch ×', 0.5) },
  (chosen, { name }) =>
    varied(name, chosen, {
      type: 'constantScaling',
      shortcut: chosen.shortcutFactor,
      branch: chosen.branchFactor,
    }),
);

const exclusiveGating = defineTemplate(
  textOf({
    id: 'resnet-exclusive-gating-cifar',
    name: 'Exclusive gating',
    idea: 'A learned gate decides how much of the branch passes, and the shortcut gets the rest, as in highway networks. Opening one way closes the other.',
    published: 'Test error 8.70 % with a bias of −6; fails from 0 to −5 (110 layers).',
    watch: 'Start the gates at 0 and both ways are halved; start them at −6 and the shortcut is nearly free.',
  }),
  { ...settings, gateBias: biasField },
  (chosen, { name }) => varied(name, chosen, { type: 'exclusiveGating', bias: chosen.gateBias }),
);

const shortcutGating = defineTemplate(
  textOf({
    id: 'resnet-shortcut-gating-cifar',
    name: 'Shortcut-only gating',
    idea: 'A learned gate weakens the shortcut and leaves the branch alone. It could learn the identity, and yet does worse than having it.',
    published: 'Test error 12.86 % with a bias of 0 and 6.91 % with −6 (110 layers).',
    watch: 'The nearer the gates are to the identity at the start, the more gradient reaches conv1.',
  }),
  { ...settings, gateBias: biasField },
  (chosen, { name }) => varied(name, chosen, { type: 'shortcutGating', bias: chosen.gateBias }),
);

const convolutionShortcut = defineTemplate(
  textOf({
    id: 'resnet-conv-shortcut-cifar',
    name: '1×1 convolution shortcut',
    idea: 'Every shortcut is a 1×1 convolution, not only those that change the shape. It can express more than the identity, and is harder to pass.',
    published: 'Test error 12.22 % (110 layers).',
    watch: 'The gradient must pass a product of convolutions again; see how it spreads over the layers.',
  }),
  cifarSettings(units),
  (chosen, { name }) => buildCifar(name, new ResidualDraft(planOf('C', chosen)), chosen),
);

const dropoutShortcut = defineTemplate(
  textOf({
    id: 'resnet-dropout-shortcut-cifar',
    name: 'Dropout shortcut',
    idea: 'Dropout on every shortcut scales it by ½ on average. That is constant scaling with noise, and blocks the signal as well.',
    published: 'Fails to converge to a good solution with a rate of ½ (110 layers).',
    watch: 'Lower the rate and see at which depth it still trains.',
  }),
  {
    ...settings,
    rate: {
      type: 'number',
      label: 'Rate',
      help: 'Share of the shortcut’s values that are switched off at each step.',
      default: 0.5,
      min: 0,
      max: 0.95,
      step: 0.05,
    },
  },
  (chosen, { name }) => varied(name, chosen, { type: 'dropout', rate: chosen.rate }),
);

function varied(
  name: string,
  chosen: CifarSettings & { readonly shortcut: ShortcutOption },
  variant: ShortcutVariant,
) {
  return buildCifar(name, new ShortcutVariantDraft(planOf(chosen.shortcut, chosen), variant), chosen);
}

/** Table 2 of the paper: where activation and batch norm stand; full pre-activation is `resnet-v2-…-cifar`. */
function ordered(order: ActivationOrder, text: VariantText): Template {
  return defineTemplate(textOf(text), settings, (chosen, { name }) =>
    buildCifar(name, new ActivationOrderDraft(planOf(chosen.shortcut, chosen), order), chosen),
  );
}

const orders: readonly Template[] = [
  ordered('normAfterAddition', {
    id: 'resnet-bn-after-addition-cifar',
    name: 'Batch norm after addition',
    idea: 'Batch norm stands behind the addition, so that the shortcut passes it too. What was a free way is rescaled at every unit.',
    published: 'Test error 8.17 % with 110 layers and 6.50 % with 164 (5.93 % with the original order).',
    watch: 'The loss falls more slowly at the start: the signal is altered at each addition.',
  }),
  ordered('activationBeforeAddition', {
    id: 'resnet-relu-before-addition-cifar',
    name: 'ReLU before addition',
    idea: 'The lecture’s question: the shortcut is added after the ReLU instead of before it. Each branch can then only add, never subtract, and the signal grows from unit to unit.',
    published: 'Test error 7.84 % with 110 layers and 6.14 % with 164 (5.93 % with the original order).',
    watch:
      'The mean of the activations rises with depth, and the gradient passes the additions without any ReLU.',
  }),
  ordered('activationOnlyBefore', {
    id: 'resnet-relu-preactivation-cifar',
    name: 'ReLU-only pre-activation',
    idea: 'The ReLU moves in front of the convolutions, batch norm stays behind them. The shortcut is free, but the ReLU misses the benefit of batch norm in front of it.',
    published:
      'Test error 6.71 % with 110 layers and 5.91 % with 164 (6.37 % and 5.46 % with full pre-activation).',
    watch: 'Compare it with full pre-activation, in which batch norm moves along.',
  }),
];

/** Everything in Tables 1 and 2 of He et al. 2016, on networks for CIFAR. */
export const residualVariants: readonly Template[] = [
  constantScaling,
  exclusiveGating,
  shortcutGating,
  convolutionShortcut,
  dropoutShortcut,
  ...orders,
];
