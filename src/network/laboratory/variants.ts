import type { NetworkDocument } from '../graph/document';
import type { LayerConfig } from '../layers/fields';
import { plainCifar, residualCifar } from '../templates/cifarResnet';
import { preActivationCifar } from '../templates/preActivation';
import { residualVariants } from '../templates/residualVariants';
import type { Template } from '../templates/template';

/** A way to build the same stack of layers, as the laboratory compares them. */
export interface Variant {
  readonly id: VariantId;
  /** As tables and plots name it. */
  readonly label: string;
  /** What it stands for, in a sentence. */
  readonly summary: string;
  readonly template: Template;
  /** Settings of the template beside those that all variants have. */
  readonly settings: LayerConfig;
}

/** In the order of lists. */
export const variantIds = [
  'plain',
  'residual',
  'pre-activation',
  'relu-before-addition',
  'bn-after-addition',
  'relu-preactivation',
  'constant-scaling',
  'exclusive-gating',
  'shortcut-gating',
  'shortcut-gating-open',
  'conv-shortcut',
  'dropout-shortcut',
] as const;
export type VariantId = (typeof variantIds)[number];

/** Any depth of a family's template; the number of units is a setting. */
const anyDepth = 20;

const variants: Readonly<Record<VariantId, Omit<Variant, 'id'>>> = {
  plain: {
    label: 'Plain',
    summary: 'The layers alone, without shortcuts.',
    template: plainCifar(anyDepth),
    settings: {},
  },
  residual: {
    label: 'Residual',
    summary: 'The shortcut is the identity and is added before the last activation of its unit.',
    template: residualCifar(anyDepth),
    settings: {},
  },
  'pre-activation': {
    label: 'Full pre-activation',
    summary: 'Batch norm and activation stand in front of each convolution, nothing behind the addition.',
    template: preActivationCifar(anyDepth),
    settings: {},
  },
  'relu-before-addition': ofPaper('resnet-relu-before-addition-cifar', 'Activation before addition', {}),
  'bn-after-addition': ofPaper('resnet-bn-after-addition-cifar', 'Batch norm after addition', {}),
  'relu-preactivation': ofPaper('resnet-relu-preactivation-cifar', 'Activation-only pre-activation', {}),
  'constant-scaling': ofPaper('resnet-constant-scaling-cifar', 'Scaled ½ and ½', {}),
  'exclusive-gating': ofPaper('resnet-exclusive-gating-cifar', 'Exclusive gates, bias −6', {}),
  'shortcut-gating': ofPaper('resnet-shortcut-gating-cifar', 'Shortcut gates, bias −6', {}),
  'shortcut-gating-open': ofPaper('resnet-shortcut-gating-cifar', 'Shortcut gates, bias 0', { gateBias: 0 }),
  'conv-shortcut': ofPaper('resnet-conv-shortcut-cifar', '1×1 convolutions', {}),
  'dropout-shortcut': ofPaper('resnet-dropout-shortcut-cifar', 'Dropout ½', {}),
};

export function findVariant(id: VariantId): Variant {
  return { id, ...variants[id] };
}

/** The settings that all variants have. */
export interface VariantSettings extends LayerConfig {
  readonly n: number;
  readonly input: number;
  readonly channels: number;
  readonly classes: number;
  readonly width: number;
  readonly batchNorm: boolean;
  readonly activation: string;
  readonly initialiser: string;
}

/** Throws where a setting is not within the template's limits. */
export function createVariant(id: VariantId, settings: VariantSettings): NetworkDocument {
  const { template, settings: own } = findVariant(id);
  return template.create({ ...settings, ...own });
}

function ofPaper(id: string, label: string, settings: LayerConfig): Omit<Variant, 'id'> {
  const template = residualVariants.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return { label, summary: template.idea, template, settings };
}
