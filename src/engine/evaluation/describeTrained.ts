import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { DatasetShelf } from '../data/datasetShelf';
import { knownInputs } from './knownInputs';
import type { LoadedNetwork } from './loadedNetwork';
import { mapPlace, mappableLayers } from './mapPlace';

/** What a run's network takes, tells apart, and can be asked. */
export async function describeTrained(
  network: LoadedNetwork,
  shelf: DatasetShelf,
): Promise<Omit<EngineEventOf<'trainedOpened'>, 'type' | 'requestId'>> {
  const { folder, document, checkpoint, record, scoring } = network;
  const { imageShape, classNames } = await knownInputs(network, shelf);
  const { training } = document;
  const { label, trainingImages, testImages } = datasetFacts(training.dataset);
  const held = Math.round(trainingImages * training.validationSplit);
  return {
    ...{ folder, checkpoint, name: document.name },
    imageShape: [...imageShape],
    classNames: [...classNames],
    dataset: {
      ...{ label, testImages },
      type: training.dataset.type,
      validationImages: record?.sizes.validationImages ?? (held === 0 ? testImages : held),
    },
    layers: mappableLayers(scoring.nodes).map(({ id, label: name, outputShape }) => ({
      ...{ id, label: name },
      shape: [...outputShape],
    })),
    usualLayer: mapPlace(document, scoring.nodes, null)?.node ?? null,
  };
}
