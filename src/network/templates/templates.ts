import { alexnetTemplates } from './alexnet';
import { listedDepths, plainCifar, residualCifar } from './cifarResnet';
import { googlenetTemplates } from './googlenet';
import { inceptionV3 } from './inceptionV3';
import { lenet5 } from './lenet5';
import { lenet5Original } from './lenet5Original';
import { isBottleneckDepth, preActivationCifar, preActivationTemplates } from './preActivation';
import { residualVariants } from './residualVariants';
import { resnetTemplates } from './resnet';
import type { Template } from './template';
import { vggTemplates } from './vgg';

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  lenet5,
  lenet5Original,
  ...alexnetTemplates,
  ...vggTemplates,
  ...listedDepths.map(plainCifar),
  ...listedDepths.map(residualCifar),
  ...resnetTemplates,
  ...[20, 110, 164].map(preActivationCifar),
  ...preActivationTemplates,
  ...residualVariants,
  ...googlenetTemplates,
  inceptionV3,
];

/** Networks for CIFAR whose depth is in their id; those of other depths than the listed ones are found by it. */
const families: readonly (readonly [form: RegExp, (depth: number) => Template])[] = [
  [/^plain-(\d+)-cifar$/, plainCifar],
  [/^resnet-(\d+)-cifar$/, residualCifar],
  [/^resnet-v2-(\d+)-cifar$/, preActivationCifar],
];

/** The deepest of He et al. 2016. */
const deepest = 1202;

/** The template with this id, or undefined. */
export function findTemplate(id: string): Template | undefined {
  const listed = templates.find((template) => template.id === id);
  if (listed !== undefined) return listed;
  for (const [form, create] of families) {
    const depth = Number(form.exec(id)?.[1] ?? Number.NaN);
    if (depth >= 8 && depth <= deepest && ((depth - 2) % 6 === 0 || isBottleneckDepth(depth)))
      return create(depth);
  }
  return undefined;
}
