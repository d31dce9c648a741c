/**
 * What `npm run bench:memory` measured with TensorFlow 2.21 on two cores under Linux, in millions of bytes: the most that
 * the engine's process held at once.
 */
export const recordedPeaks: Readonly<Record<string, number>> = {
  'lenet-5, batch 64, momentum': 456,
  'resnet-20-cifar, batch 128, momentum': 754,
  'resnet-50 (input 64, classes 10, channels 3), batch 64, momentum': 1909,
  'vgg-16 (input 32, classes 10, channels 3), batch 128, momentum': 1942,
  'lenet-5, batch 1024, adam': 542,
  'resnet-20-cifar, batch 32, sgd': 539,
  'vgg-16 (input 32, classes 10, channels 3, width 0.25, hiddenUnits 512), batch 64, adam': 598,
  'resnet-v2-20-cifar, batch 128, adamw': 768,
  'resnet-50 (input 64, classes 10, channels 3), batch 16, adam': 1846,
  'resnet-56-cifar, batch 64, adam': 916,
  'plain-20-cifar, batch 256, momentum': 1056,
};
