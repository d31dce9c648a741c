import { buildCifar, cifarSettings } from './cifarResnet';
import { bottleneckExpansion, ResidualDraft, type ResidualPlan, type UnitPlace } from './residualUnits';
import { buildImageNetOn, imageNetSettings, type stageUnits } from './resnet';
import { shortcutField } from './settingFields';
import { defineTemplate, type Template } from './template';

/**
 * Full pre-activation (He et al. 2016, Identity Mappings in Deep Residual Networks, Figure 1b and the appendix):
 * batch norm and ReLU stand before each convolution, and nothing behind the addition. The first activation follows the
 * stem directly, before the network splits; a last one follows the last addition. Where a unit changes the shape, its
 * first activation serves the shortcut too.
 */
export class PreActivationDraft extends ResidualDraft {
  override unit(place: UnitPlace, from: string): string {
    const { number, stride, channelsIn, channelsOut, first } = place;
    const bottleneck = this.plan.unit === 'bottleneck';
    const differs = stride > 1 || channelsIn !== channelsOut;
    const inner = bottleneck ? channelsOut / bottleneckExpansion : channelsOut;
    const numbers = bottleneck ? [`${number}a`, `${number}b`, `${number}c`] : place.convolutions;
    const activated = first ? from : this.#preActivate(numbers[0] ?? number, from);
    const shapes = bottleneck
      ? [
          { filters: inner, kernel: 1 },
          { filters: inner, kernel: 3, stride },
          { filters: channelsOut, kernel: 1 },
        ]
      : [
          { filters: inner, kernel: 3, stride },
          { filters: channelsOut, kernel: 3 },
        ];
    let branch = activated;
    for (const [index, shape] of shapes.entries()) {
      const name = numbers[index] ?? number;
      branch = this.convolution(name, shape, index === 0 ? branch : this.#preActivate(name, branch));
    }
    const shortcut = this.shortcutOf(place, differs ? activated : from);
    return this.layer(`add${number}`, 'add', {}, shortcut, branch);
  }

  /** A projection of a pre-activated input has no batch norm: the next unit brings its own. */
  override projectionNorm(_number: string, from: string): string {
    return from;
  }

  override last(from: string): string {
    return this.activate('5', this.norm('5', from));
  }

  #preActivate(number: string, from: string): string {
    return this.activate(number, this.norm(number, from));
  }
}

const paper = 'He, Zhang, Ren and Sun: Identity Mappings in Deep Residual Networks. ECCV 2016';
const idea =
  'Batch norm and ReLU move in front of the convolutions, so that nothing at all stands on the way past them. Any layer then sees any earlier one through a sum, and a thousand layers train.';
const watch =
  'Follow the shortcuts with your eyes: between conv1 and the end they meet nothing but additions.';

/** Test errors on CIFAR-10 in % by depth (Table 2). */
const errors: Readonly<Record<number, string>> = { 110: '6.37', 164: '5.46' };

/** `resnet-v2-20-cifar` and its kin: 6n + 2 layers, or 9n + 2 with bottlenecks for 164 and 1001. */
export function preActivationCifar(depth: number): Template {
  const unit: ResidualPlan['unit'] = isBottleneckDepth(depth) ? 'bottleneck' : 'basic';
  const perUnit = unit === 'basic' ? 6 : 9;
  const error = errors[depth];
  const text = {
    id: `resnet-v2-${depth}-cifar`,
    name: `ResNet-${depth} v2 for CIFAR`,
    family: 'plain and residual',
    year: 2016,
    paper,
    idea,
    published:
      error === undefined ? 'The paper has no figure for this depth.' : `Test error ${error} % on CIFAR-10.`,
    watch,
  } as const;
  const settings = {
    ...cifarSettings((depth - 2) / perUnit),
    shortcut: shortcutField(unit === 'basic' ? 'A' : 'B'),
  };
  return defineTemplate(text, settings, (chosen) => {
    const { batchNorm, activation, initialiser, shortcut } = chosen;
    const style = { batchNorm, activation, initialiser };
    const draft = new PreActivationDraft({ style, shortcut, unit, strideAt: 'middle' });
    return buildCifar(`ResNet-${perUnit * chosen.n + 2} v2`, draft, chosen);
  });
}

/** Depths that the paper builds of bottlenecks. */
export function isBottleneckDepth(depth: number): boolean {
  return depth === 164 || depth === 1001;
}

function preActivationImageNet(depth: keyof typeof stageUnits): Template {
  const name = `ResNet-${depth} v2`;
  const text = {
    id: `resnet-v2-${depth}`,
    name,
    family: 'plain and residual',
    year: 2016,
    paper,
    idea,
    published:
      depth === 152
        ? 'Top-1 error 21.1 % on ImageNet, one crop of 320×320.'
        : 'The paper has no figure for this depth.',
    watch,
  } as const;
  return defineTemplate(text, { ...imageNetSettings, shortcut: shortcutField('B') }, (chosen) => {
    const { batchNorm, activation, initialiser, shortcut } = chosen;
    const style = { batchNorm, activation, initialiser };
    const unit = depth < 50 ? 'basic' : 'bottleneck';
    return buildImageNetOn(
      name,
      depth,
      new PreActivationDraft({ style, shortcut, unit, strideAt: 'middle' }),
      chosen,
    );
  });
}

export const preActivationTemplates: readonly Template[] = [
  preActivationImageNet(50),
  preActivationImageNet(101),
  preActivationImageNet(152),
];
