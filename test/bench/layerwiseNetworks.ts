import type { NetworkDocument } from '../../src/network/graph/document';
import { defaultTrainingSettings } from '../../src/network/graph/trainingSettings';
import { NetworkDraft } from '../../src/network/templates/networkDraft';
import { findTemplate } from '../../src/network/templates/templates';

/** The networks of the benchmark by name, with plain momentum and telemetry as a new document has it. */
const networks: Readonly<Record<string, () => NetworkDocument>> = {
  'lenet-5': () => template('lenet-5', {}),
  'resnet-20': () => template('resnet-20-cifar', {}),
  'plain-20': () => template('plain-20-cifar', {}),
  'vgg-16': () => template('vgg-16', { input: 32, classes: 10, width: 0.25 }),
  'sigmoid-mlp': sigmoidMlp,
};

export function layerwiseNetwork(name: string): NetworkDocument {
  const create = networks[name];
  if (create === undefined) throw new Error(`Layerwise has no network "${name}" to train.`);
  const document = create();
  return { ...document, training: { ...document.training, weightDecay: 0 } };
}

function template(id: string, settings: Readonly<Record<string, number>>): NetworkDocument {
  const found = findTemplate(id);
  if (found === undefined) throw new Error(`There is no template "${id}".`);
  return found.create(settings);
}

/** Five hidden layers of 256 sigmoids between 28×28 pixels and 10 classes. */
function sigmoidMlp(): NetworkDocument {
  const draft = new NetworkDraft();
  let end = draft.layer('input', 'input', { height: 28, width: 28, channels: 1 });
  end = draft.layer('flatten', 'flatten', {}, end);
  for (let number = 1; number <= 5; number += 1) {
    end = draft.layer(`fc${number}`, 'dense', { units: 256 }, end);
    end = draft.layer(`sigmoid${number}`, 'sigmoid', {}, end);
  }
  end = draft.layer('fc6', 'dense', { units: 10 }, end);
  draft.layer('output', 'output', { loss: 'softmaxCrossEntropy' }, end);
  return draft.document('Sigmoid MLP', defaultTrainingSettings);
}
