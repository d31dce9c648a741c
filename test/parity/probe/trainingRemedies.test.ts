import { describe, expect, test } from 'vitest';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { defaultTrainingSettings, optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import type { RemedyId, VerdictKind } from '../../../src/network/health/healthVerdict';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { NetworkDraft } from '../../../src/network/templates/networkDraft';
import { onNoise } from './probedNetworks';
import { trainedVerdicts } from './trainedNetworks';

const unhurried = { batchSize: 16, warmUpSteps: 0, schedule: { type: 'constant' } } as const;
const pictures = (side: number, channels: number) =>
  ({
    ...defaultSynthetic,
    height: side,
    width: side,
    channels,
    trainingImages: 256,
    testImages: 16,
  }) as const;

/** Dense layers for small pictures, so many of them behind ReLUs or other activations. */
function denseLayers(
  hidden: number,
  learningRate: number,
  { activation = 'relu', config = {} }: { readonly activation?: string; readonly config?: LayerConfig } = {},
): NetworkDocument {
  const draft = new NetworkDraft();
  let end = draft.layer('input', 'input', { height: 4, width: 4, channels: 1 });
  end = draft.layer('flatten', 'flatten', {}, end);
  for (let layer = 1; layer <= hidden; layer++)
    end = draft.layer(
      `${activation}${layer}`,
      activation,
      {},
      draft.layer(`fc${layer}`, 'dense', { units: 16, ...config }, end),
    );
  draft.layer('output', 'output', {}, draft.layer('fc', 'dense', { units: 10 }, end));
  return draft.document('dense layers', {
    ...defaultTrainingSettings,
    ...optimizerDefaults.sgd,
    ...unhurried,
    ...{ dataset: pictures(4, 1), learningRate },
  });
}

/** 56 layers in small, with shortcuts and He weights: their gradient grows beyond all bounds. */
function explodingLayers(): NetworkDocument {
  const small = { input: 8, width: 0.25, batchNorm: false, initialiser: 'heNormal' };
  const document = onNoise('resnet-56-cifar', small);
  const changed = { ...unhurried, dataset: pictures(8, 3), learningRate: 0.01 };
  return { ...document, training: { ...document.training, ...changed } };
}

interface Case {
  readonly name: string;
  readonly document: NetworkDocument;
  readonly verdict: VerdictKind;
  readonly remedies: readonly RemedyId[];
}

const cases: readonly Case[] = [
  {
    name: 'a rate of 1e6',
    document: denseLayers(2, 1e6),
    verdict: 'non-finite',
    remedies: ['lower-rate'],
  },
  {
    name: 'a rate of 1e-8',
    document: denseLayers(2, 1e-8),
    verdict: 'update-too-small',
    remedies: ['raise-rate'],
  },
  {
    name: 'a rate of 50 in one layer',
    document: denseLayers(0, 50),
    verdict: 'update-too-large',
    remedies: ['lower-rate'],
  },
  {
    name: 'a rate of 5 behind ReLUs',
    document: denseLayers(2, 5),
    verdict: 'dead-relu',
    remedies: ['lower-rate'],
  },
  {
    name: 'a rate of 50 behind tanhs',
    document: denseLayers(2, 50, { activation: 'tanh' }),
    verdict: 'learning-rate-too-high',
    remedies: ['lower-rate'],
  },
  {
    name: 'a rate of 50 behind tanhs, by which they saturate',
    document: denseLayers(2, 50, { activation: 'tanh' }),
    verdict: 'saturated',
    remedies: ['lower-rate'],
  },
  {
    name: 'sigmoids whose biases start at 8',
    document: denseLayers(2, 0.01, { activation: 'sigmoid', config: { biasValue: 8 } }),
    verdict: 'saturated',
    remedies: ['batch-norm'],
  },
  {
    name: 'tanhs behind weights of 0.01',
    document: denseLayers(6, 0.01, {
      activation: 'tanh',
      config: { initialiser: 'constant', constantValue: 0.01 },
    }),
    verdict: 'vanishing',
    remedies: ['relu', 'batch-norm'],
  },
  {
    name: 'gradients that explode',
    document: explodingLayers(),
    verdict: 'non-finite',
    remedies: ['lower-rate', 'clip-gradients'],
  },
];

describe('each remedy that is offered while a network trains makes its verdict go away within 200 steps', () => {
  for (const { name, document, verdict, remedies } of cases)
    test(`${name}: ${verdict}`, async () => {
      const verdicts = await trainedVerdicts(document);
      const found = verdicts.find(({ kind }) => kind === verdict);
      if (found === undefined) throw new Error(`Not found among ${JSON.stringify(verdicts)}.`);
      expect(found.remedies.map(({ id }) => id)).toEqual(remedies);
      for (const { id, edit } of found.remedies) {
        const mended = await trainedVerdicts(applyEdit(document, edit).document);
        expect(
          mended.map(({ kind }) => kind),
          id,
        ).not.toContain(verdict);
      }
    });
});
