import { templates } from '../../../src/network/templates/templates';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { safeText, someValue } from './commandValues';

export interface CommandSurroundings {
  readonly projects: readonly [string, ...string[]];
  readonly datasets: readonly [string, ...string[]];
  /** Folders and bundles of runs, and what is none. */
  readonly runs: readonly [string, ...string[]];
  /** Where something may be written. */
  readonly places: readonly [string, ...string[]];
}

type Words = (random: FuzzRandom, surroundings: CommandSurroundings) => readonly string[];

/** Trains within milliseconds; other networks are mostly described and written. */
const trainable = 'small.layerwise';
const ids: readonly string[] = [
  ...templates.map(({ id }) => id),
  'resnet-8-cifar',
  'resnet-1202-cifar',
  'resnet-9-cifar',
  'lenet5',
];

const networkOf: Words = (random, { projects }) => [
  random.oneIn(8) ? safeText(random) : random.oneIn(3) ? random.pick(projects) : (random.pickAny(ids) ?? ''),
];

const settingOf: Words = (random) => {
  const template = random.pickAny(templates);
  const name = random.pickAny(Object.keys(template?.settings ?? {})) ?? 'width';
  return [
    '--set',
    random.oneIn(8) ? safeText(random) : `${random.oneIn(10) ? safeText(random) : name}=${someValue(random)}`,
  ];
};

const numberFlags = [
  '--epochs',
  '--batch',
  '--lr',
  '--warm-up',
  '--weight-decay',
  '--validation-split',
  '--seed',
  '--telemetry-every',
  '--momentum',
  '--steps',
] as const;
const dataNames = [
  'height',
  'width',
  'resize',
  'classes',
  'noise',
  'channels',
  'trainingImages',
  'testImages',
  'path',
  'type',
  'variant',
  'seed',
  'colour',
] as const;
const augmentations = [
  'none',
  'flip',
  'crop=4',
  'crop',
  'cutout=8',
  'mixup=0.2',
  'mixup=',
  'crop=-1',
  'flip=1',
  '',
  ' ',
  'crop=1e9',
] as const;

const trainOptions: readonly [Words, ...Words[]] = [
  (random) => [random.pick(numberFlags), someValue(random)],
  (random) => [random.pick(numberFlags), random.pick(['1', '2', '8', '0.1', '0.5'])],
  (random, { datasets }) => [
    '--dataset',
    random.oneIn(3)
      ? random.pick(['synthetic', 'cifar-10', 'fashion-mnist', 'cifar', 'synthetc'])
      : random.oneIn(3)
        ? safeText(random)
        : random.pick(datasets),
  ],
  (random) => [
    '--data',
    `${random.pick(dataNames)}=${random.oneIn(2) ? random.pick(['4', '8', '2', 'crop', 'true', 'noise']) : someValue(random)}`,
  ],
  (random) => [
    '--augment',
    Array.from({ length: random.between(1, 3) }, () => random.pick(augmentations)).join(','),
  ],
  (random) => ['--normalise', random.pick(['none', 'channel', 'pixel', 'x', ''])],
  (random) => [
    '--optimizer',
    random.pick(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw', 'lion']),
  ],
  (random) => ['--schedule', random.pick(['constant', 'step', 'cosine', 'x'])],
  () => ['--no-shuffle'],
  () => ['--fit'],
  (random, { places }) => ['--out', random.pick(places)],
];

const commands: readonly [Words, ...Words[]] = [
  // Makes every template, which takes longer than all else.
  (random) => (random.oneIn(20) ? ['templates', ...(random.oneIn(2) ? ['--json'] : [])] : ['temlpates']),
  (random, around) => [
    'describe',
    ...networkOf(random, around),
    ...(random.oneIn(2) ? settingOf(random, around) : []),
    ...(random.oneIn(3) ? ['--table', random.pick(['csv', 'markdown', 'x'])] : []),
    ...(random.oneIn(6) ? ['--picture', random.pick(['light', 'dark', 'x'])] : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  (random, around) => [
    'new',
    ...networkOf(random, around),
    ...(random.oneIn(8) ? [] : ['--out', random.pick(around.places)]),
    ...(random.oneIn(3) ? settingOf(random, around) : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  (random, around) => [
    'probe',
    // A probe of a classic at its paper's size takes a minute and gigabytes.
    random.oneIn(6) ? safeText(random) : trainable,
    ...(random.oneIn(3) ? settingOf(random, around) : []),
    ...(random.oneIn(2) ? ['--dataset', random.pick(['noise', ...around.datasets])] : []),
    ...(random.oneIn(3) ? ['--seeds', random.oneIn(2) ? '1' : someValue(random)] : []),
    ...(random.oneIn(3) ? ['--apply', random.pick(['relu', 'add-shortcuts', 'x'])] : []),
    ...(random.oneIn(3) ? ['--out', random.pick(around.places)] : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  (random, around) => [
    'evaluate',
    runOf(random, around),
    ...(random.oneIn(3) ? ['--split', random.pick(['test', 'validation', 'x'])] : []),
    ...(random.oneIn(3) ? ['--dataset', random.pick(around.datasets)] : []),
    ...(random.oneIn(4) ? ['--mistakes', someValue(random)] : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  (random, around) => [
    'predict',
    runOf(random, around),
    random.oneIn(2) ? random.pick(around.places) : safeText(random),
    ...(random.oneIn(4) ? ['--top', someValue(random)] : []),
    ...(random.oneIn(4) ? ['--layer', safeText(random)] : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  train,
  train,
  (random, around) => [
    random.pick(['resume', 'replay']),
    runOf(random, around),
    ...(random.oneIn(2) ? ['--steps', random.oneIn(2) ? '2' : someValue(random)] : []),
    ...(random.oneIn(4) ? ['--threads', someValue(random)] : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  (random, around) => [
    random.pick(['bundle', 'unbundle']),
    runOf(random, around),
    ...(random.oneIn(8) ? [] : ['--out', random.pick(around.places)]),
  ],
  (random) => [
    'devices',
    ...(random.oneIn(3) ? ['--threads', someValue(random)] : []),
    ...(random.oneIn(3)
      ? ['--device', random.pick(['cpu', 'gpu', 'gpu:1', 'gpu:9999', 'wasm', 'automatic', 'x', ''])]
      : []),
    ...(random.oneIn(3) ? ['--json'] : []),
  ],
  // Nothing was built where the commands look, so that no server comes up.
  (random) => ['serve', ...(random.oneIn(2) ? ['--port', someValue(random)] : [])],
  (random) => Array.from({ length: random.below(6) }, () => safeText(random)),
];

function runOf(random: FuzzRandom, { runs }: CommandSurroundings): string {
  return random.oneIn(8) ? safeText(random) : random.pick(runs);
}

function train(random: FuzzRandom, around: CommandSurroundings): readonly string[] {
  const options = Array.from({ length: random.below(5) }, () => random.pick(trainOptions)(random, around));
  return [
    'train',
    random.oneIn(20) ? (networkOf(random, around)[0] ?? '') : trainable,
    ...options.flat(),
    ...(random.oneIn(3) ? ['--json'] : []),
  ];
}

/** The words of one command line, now and then with a word too many, too few, twice, or in another place. */
export function commandWords(random: FuzzRandom, surroundings: CommandSurroundings): readonly string[] {
  const words = [...random.pick(commands)(random, surroundings)];
  for (let times = random.pick([0, 0, 0, 1, 2]); times > 0; times--) {
    const place = random.below(words.length + 1);
    const word = words[place] ?? '';
    switch (random.below(5)) {
      case 0:
        words.splice(place, 1);
        break;
      case 1:
        words.splice(place, 0, word);
        break;
      case 2:
        words.splice(place, 1);
        words.splice(random.below(words.length + 1), 0, word);
        break;
      case 3:
        words.splice(place, 1, isPlaceOf(words, place) ? word : safeText(random));
        break;
      default:
        words.splice(
          place,
          0,
          random.pick([
            '--help',
            '--version',
            '--',
            '-',
            '--json',
            '-x',
            '--nonsense=1',
            '--force',
            'train',
            '--set',
          ]),
        );
    }
  }
  return isHarmless(words) ? words : words.filter((word) => word !== '--out' && !word.startsWith('--out='));
}

function isPlaceOf(words: readonly string[], place: number): boolean {
  return words[place - 1] === '--out';
}

/** Only places that are meant for it are written to. */
function isHarmless(words: readonly string[]): boolean {
  return words.every(
    (word, place) => word !== '--out' || /^(out\/|small\.layerwise\/|folder$)/.test(words[place + 1] ?? ''),
  );
}
