import type { NetworkDocument } from '../graph/document';
import type { TrainingSettings } from '../graph/trainingSettings';

/** The settings that make two runs see the same images in the same batches, and draw the same numbers. */
const shared = [
  'dataset',
  'normalisation',
  'augmentation',
  'epochs',
  'batchSize',
  'validationSplit',
  'shuffle',
  'seed',
  'telemetryEvery',
] as const satisfies readonly (keyof TrainingSettings)[];

/**
 * The twin with seed, images, batches and epochs of the network that it is compared with. What its own settings say of
 * optimizer, learning rate and decay stays: that may be what is compared.
 */
export function onEqualTerms(document: NetworkDocument, twin: NetworkDocument): NetworkDocument {
  const terms = Object.fromEntries(shared.map((name) => [name, document.training[name]]));
  return { ...twin, training: { ...twin.training, ...terms } };
}
