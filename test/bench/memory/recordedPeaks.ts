/**
 * What `npm run bench:memory` measured with TensorFlow 2.21 on two cores under Linux, in millions of bytes: the most that
 * the engine's process held at once.
 */
export const recordedPeaks: Readonly<Record<string, number>> = {
  'lenet-5, batch 64, momentum': 458,
  'resnet-20-cifar, batch 128, momentum': 771,
  'resnet-50 (input 64, classes 10, channels 3), batch 64, momentum': 2117,
  'vgg-16 (input 32, classes 10, channels 3), batch 128, momentum': 2247,
  'lenet-5, batch 1024, adam': 544,
  'resnet-20-cifar, batch 32, sgd': 663,
  'resnet-56-cifar, batch 64, adam': 1033,
  'plain-20-cifar, batch 256, momentum': 1059,
  'resnet-v2-20-cifar, batch 128, adamw': 791,
  'resnet-50 (input 64, classes 10, channels 3), batch 16, adam': 2215,
};
