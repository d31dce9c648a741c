import type { LayerConfig } from '../../../src/network/layers/fields';

/** Trainable and non-trainable parameters and multiply-adds of the published networks. */
export interface Figures {
  readonly id: string;
  readonly settings?: LayerConfig;
  readonly trainable: number;
  readonly nonTrainable?: number;
  readonly macs?: number;
}

/** Sources: the papers, Keras Applications and torchvision; docs/templates.md has the list. */
export const publishedFigures: readonly Figures[] = [
  { id: 'lenet-5', trainable: 61_706, macs: 416_520 },
  { id: 'lenet-5', settings: { input: 32, padding: 'valid' }, trainable: 61_706, macs: 416_520 },
  { id: 'lenet-5', settings: { padding: 'valid' }, trainable: 44_426, macs: 281_640 },
  { id: 'lenet-5', settings: { channels: 3 }, trainable: 62_006, macs: 651_720 },
  { id: 'lenet-5-original', trainable: 60_000, nonTrainable: 840, macs: 326_520 },
  { id: 'lenet-5-original', settings: { input: 32 }, trainable: 60_000, nonTrainable: 840, macs: 326_520 },
  { id: 'alexnet', trainable: 60_965_224, nonTrainable: 0, macs: 724_406_816 },
  { id: 'alexnet-ungrouped', trainable: 62_378_344, nonTrainable: 0, macs: 1_135_256_096 },
  { id: 'alexnet-ungrouped', settings: { input: 224 }, trainable: 50_844_008, macs: 1_009_945_728 },
  { id: 'alexnet-torchvision', trainable: 61_100_840, nonTrainable: 0, macs: 714_188_480 },
  { id: 'vgg-16', trainable: 138_357_544, macs: 15_470_264_320 },
  { id: 'vgg-19', trainable: 143_667_240, macs: 19_632_062_464 },
  { id: 'vgg-16-bn', trainable: 138_365_992, macs: 15_470_264_320 },
  { id: 'vgg-19-bn', trainable: 143_678_248, macs: 19_632_062_464 },
  { id: 'plain-18', trainable: 11_515_688, macs: 1_794_805_760 },
  { id: 'plain-34', trainable: 21_623_848, macs: 3_644_493_824 },
  { id: 'resnet-18', trainable: 11_689_512, nonTrainable: 9_600, macs: 1_814_073_344 },
  { id: 'resnet-34', trainable: 21_797_672, nonTrainable: 17_024, macs: 3_663_761_408 },
  { id: 'resnet-18', settings: { shortcut: 'A' }, trainable: 11_515_688, macs: 1_794_805_760 },
  { id: 'resnet-34', settings: { shortcut: 'A' }, trainable: 21_623_848, macs: 3_644_493_824 },
  { id: 'resnet-50', trainable: 25_557_032, nonTrainable: 53_120, macs: 4_089_184_256 },
  {
    id: 'resnet-50',
    settings: { version: '1' },
    trainable: 25_583_592,
    nonTrainable: 53_120,
    macs: 3_857_973_248,
  },
  { id: 'resnet-101', trainable: 44_549_160, nonTrainable: 105_344, macs: 7_801_405_440 },
  {
    id: 'resnet-101',
    settings: { version: '1' },
    trainable: 44_601_832,
    nonTrainable: 105_344,
    macs: 7_570_194_432,
  },
  { id: 'resnet-152', trainable: 60_192_808, nonTrainable: 151_424, macs: 11_513_626_624 },
  {
    id: 'resnet-152',
    settings: { version: '1' },
    trainable: 60_268_520,
    nonTrainable: 151_424,
    macs: 11_282_415_616,
  },
  { id: 'resnet-20-cifar', trainable: 269_722, macs: 40_551_040 },
  { id: 'resnet-20-cifar', settings: { shortcut: 'B' }, trainable: 272_474 },
  { id: 'plain-20-cifar', trainable: 269_722, macs: 40_551_040 },
  { id: 'resnet-32-cifar', trainable: 464_154, macs: 68_862_592 },
  { id: 'resnet-32-cifar', settings: { shortcut: 'B' }, trainable: 466_906 },
  { id: 'plain-32-cifar', trainable: 464_154, macs: 68_862_592 },
  { id: 'resnet-44-cifar', trainable: 658_586, macs: 97_174_144 },
  { id: 'resnet-44-cifar', settings: { shortcut: 'B' }, trainable: 661_338 },
  { id: 'plain-44-cifar', trainable: 658_586, macs: 97_174_144 },
  { id: 'resnet-56-cifar', trainable: 853_018, macs: 125_485_696 },
  { id: 'resnet-56-cifar', settings: { shortcut: 'B' }, trainable: 855_770 },
  { id: 'plain-56-cifar', trainable: 853_018, macs: 125_485_696 },
  { id: 'resnet-110-cifar', trainable: 1_727_962, macs: 252_887_680 },
  { id: 'resnet-110-cifar', settings: { shortcut: 'B' }, trainable: 1_730_714 },
  { id: 'plain-110-cifar', trainable: 1_727_962, macs: 252_887_680 },
  { id: 'resnet-1202-cifar', trainable: 19_421_274, macs: 2_829_238_912 },
  { id: 'resnet-1202-cifar', settings: { shortcut: 'B' }, trainable: 19_424_026 },
  { id: 'resnet-v2-110-cifar', trainable: 1_727_962 },
  // Gates of 54 units add 96,224 parameters.
  { id: 'resnet-exclusive-gating-cifar', settings: { n: 18 }, trainable: 1_727_962 + 96_224 },
  { id: 'resnet-shortcut-gating-cifar', settings: { n: 18 }, trainable: 1_727_962 + 96_224 },
  ...[
    'constant-scaling',
    'dropout-shortcut',
    'relu-before-addition',
    'relu-preactivation',
    'bn-after-addition',
  ].map((variant) => ({ id: `resnet-${variant}-cifar`, settings: { n: 18 }, trainable: 1_727_962 })),
  { id: 'googlenet', trainable: 6_998_552, nonTrainable: 0, macs: 1_582_671_872 },
  { id: 'googlenet', settings: { heads: '2' }, trainable: 13_378_280, nonTrainable: 0 },
  { id: 'googlenet-bn', trainable: 6_624_904, macs: 1_498_376_192 },
  { id: 'googlenet-bn', settings: { heads: '2' }, trainable: 13_004_888 },
  { id: 'inception-v3', trainable: 23_817_352, nonTrainable: 34_432, macs: 5_713_216_096 },
  { id: 'inception-v3', settings: { variant: 'torchvision' }, trainable: 23_834_568, macs: 5_713_216_096 },
  { id: 'inception-v3', settings: { variant: 'torchvision', heads: '1' }, trainable: 27_161_264 },
];
