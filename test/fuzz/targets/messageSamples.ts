import { projectOf } from '../../../src/cli/training/project';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { trainings } from '../../unit/graph/documentArbitraries';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { hostileTexts } from '../mutations/hostileValues';
import { sampleDocument } from './projectSamples';
import { smallProject } from './smallProject';

const runIds = ['a', 'b', 'c'] as const;

const { dataset: smallDataset } = smallProject.training;

/** A dataset as a person may choose one; all but the first are missing, or small. */
const references = [
  smallDataset,
  smallDataset,
  { type: 'cifar-10' },
  { type: 'fashion-mnist', path: '/nowhere' },
  {
    type: 'arrays',
    path: 'none.npz',
    height: 4,
    width: 4,
    channels: 1,
    testShare: 0.2,
    splitSeed: 1,
    classes: 2,
    trainingImages: 8,
    testImages: 2,
  },
  {
    type: 'folder',
    path: '.',
    height: 4,
    width: 4,
    resize: 'crop',
    colour: false,
    testShare: 0.2,
    splitSeed: 1,
    classes: 2,
    trainingImages: 8,
    testImages: 2,
  },
] as const;

/** A command to the engine, of a window that does not care what it sent before. */
export function sampleCommand(random: FuzzRandom): Record<string, unknown> {
  const runId = random.pick(runIds);
  const requestId = random.pick(runIds);
  switch (random.below(21)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { type: 'train', runId, project: projectOf(project(random)) };
    case 4:
    case 5:
      return { type: 'continue', runId, epochs: random.pick([1, 1, 2, 100_000]) };
    case 6:
    case 7:
      return { type: random.pick(['pause', 'resume']), runId };
    case 8:
      return { type: 'stop', runId };
    case 9:
      return { type: 'forget', runId };
    case 10:
      return { type: 'recogniseDataset', requestId, path: random.oneIn(2) ? '.' : random.pick(hostileTexts) };
    case 11:
      return {
        type: 'previewDataset',
        requestId,
        reference: random.pick(references),
        augmentation: {
          padAndCrop: random.pick([0, 1, 64]),
          flip: true,
          cutout: random.pick([0, 2, 512]),
          mixup: random.pick([0, 0.2, 4]),
        },
        seed: random.seed(),
        step: random.below(100),
      };
    case 12:
      return { type: random.pick(['listDatasets', 'stopDownload']), requestId };
    case 18:
      return {
        type: 'trainTwin',
        runId,
        twinId: random.pick(runIds),
        project: projectOf(project(random)),
        twin: projectOf(project(random)),
      };
    case 13:
      return {
        type: 'probe',
        requestId,
        project: projectOf(project(random)),
        seeds: random.pick([1, 2, 100]),
        batches: random.pick([1, 100]),
      };
    case 19:
      return {
        type: random.pick(['openTrained', 'evaluate']),
        requestId,
        network: random.oneIn(3)
          ? { type: 'project', project: projectOf(project(random)) }
          : {
              type: 'run',
              folder: random.pick(['none', 'a']),
              checkpoint: random.pick(['best', 'last']),
            },
        ...(random.oneIn(2) && { split: random.pick(['validation', 'test']) }),
      };
    case 20:
      return {
        type: 'predict',
        requestId,
        network: { type: 'run', folder: 'a', checkpoint: 'best' },
        image: random.pick<Record<string, unknown>>([
          { type: 'drawing', values: new Float32Array(random.below(20)) },
          { type: 'file', name: 'a', bytes: new Uint8Array(random.below(20)), invert: true },
          { type: 'example', split: 'test', number: random.below(1_000_000_000) },
        ]),
        map: { node: random.pick([null, 'conv1']), classNumber: random.pick([null, 0, 100_000]) },
      };
    default:
      return {
        type: 'downloadDataset',
        requestId,
        name: random.pick(['fashion-mnist', 'cifar-10', 'cifar-100']),
      };
  }
}

/** Mostly the one that trains at once, under any settings. */
function project(random: FuzzRandom): NetworkDocument {
  if (random.oneIn(5)) return sampleDocument(random);
  if (random.oneIn(2)) return smallProject;
  const training = {
    ...random.draw(trainings),
    dataset: random.oneIn(8) ? sampleDocument(random).training.dataset : smallDataset,
  };
  return { ...smallProject, training };
}

const numbers = Float32Array.of(0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e-40);

/** An event of the engine, as a window or a server hears it. */
export function sampleEvent(random: FuzzRandom): Record<string, unknown> {
  const runId = random.pick(runIds);
  return random.pick<Record<string, unknown>>([
    { type: 'attached', run: random.oneIn(2) ? null : { runId, project: projectOf(smallProject) } },
    { type: 'caughtUp' },
    { type: 'heartbeat' },
    { type: 'preparing', runId, activity: 'Reading', progress: random.pick([null, 0, 1]) },
    {
      type: 'started',
      runId,
      nodes: [{ id: 'fc', label: 'fc', outputShape: [2] }],
      weights: [],
      stepsPerEpoch: 3,
      epochs: 1,
      trainingImages: 24,
      validationImages: 4,
      firstStep: 0,
    },
    {
      ...{
        type: 'telemetry',
        runId,
        steps: Int32Array.of(1, 2),
        losses: numbers,
        metrics: numbers,
        learningRates: numbers,
      },
      ...{ activationGradientNorms: numbers, activationGradientRms: numbers, weightGradientNorms: numbers },
      ...{ activationMeans: numbers, activationDeviations: numbers, zeroShares: numbers },
      ...{ weightNorms: numbers, updateRatios: numbers, imagesPerSecond: 1, secondsLeft: 1 },
    },
    { type: 'paused', runId, step: 1 },
    { type: 'ended', runId, reason: 'finished', step: 3, message: null, node: null },
    { type: 'failed', runId, message: 'It failed.', advice: 'Try again.', details: '', wantsData: false },
    { type: 'datasetFailed', requestId: 'a', message: 'It failed.', advice: 'Try again.' },
  ]);
}

/** What a window asks of main, more or less. */
export function sampleRequest(random: FuzzRandom): unknown {
  return random.pick<unknown>([
    undefined,
    { path: random.pick(hostileTexts) },
    { path: '/a.layerwise', text: random.pick(hostileTexts) },
    { suggestedName: random.pick(hostileTexts), text: '' },
    { what: random.pick(['file', 'folder']) },
    { id: random.pick(hostileTexts), text: '' },
    { id: 'abc' },
    { projectName: random.pick(hostileTexts), unsavedChanges: true },
    { type: 'connect' },
    { state: 'connected', generation: 1, machine: null },
    'undo',
  ]);
}
