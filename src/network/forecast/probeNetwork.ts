import type { NetworkDocument } from '../graph/document';
import { residualCifar } from '../templates/cifarResnet';

/** Images in the step that is timed. */
export const probeBatch = 16;

/** The network by which the speed of a device is measured: ResNet-8 for CIFAR, which has of everything a little. */
export function probeNetwork(): NetworkDocument {
  return residualCifar(8).create();
}
