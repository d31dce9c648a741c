import { AdviceError } from '../../engine/adviceError';
import { analyse } from '../../network/analysis/analyse';
import { noAugmentation } from '../../network/datasets/augmentation';
import { noiseReference } from '../../network/datasets/noiseReference';
import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { findLayerKind } from '../../network/layers/registry';
import { chooseDataset } from '../training/datasetOption';

/** The word for noise in the shape that the network takes. */
export const noiseWord = 'noise';

const noiseImages = 2048;

/** The data settings of a probe: the dataset that is named, `noise` as the network takes it, or the project's own. */
export async function probedData(
  document: NetworkDocument,
  { dataset, data }: { readonly dataset?: string; readonly data?: readonly string[] },
): Promise<Partial<NetworkDocument['training']>> {
  if (dataset !== noiseWord)
    return { dataset: await chooseDataset(dataset, document.training.dataset, data ?? []) };
  const { nodes } = analyse(document);
  const input = document.nodes.find(({ kind }) => findLayerKind(kind)?.inputs === 'none');
  const imageShape = nodes.get(input?.id ?? '')?.outputShape ?? null;
  const classes = nodes.get(mainOutput(document.nodes)?.id ?? '')?.inputShapes[0]?.[0] ?? null;
  if (imageShape === null || classes === null)
    throw new AdviceError(
      'The network does not say what images it takes and how many classes it tells apart.',
      'Connect an Input and an Output, as “layerwise describe” lists their problems.',
    );
  return {
    dataset: noiseReference({ imageShape, classes }, noiseImages, document.training.seed),
    normalisation: 'channel',
    augmentation: noAugmentation,
  };
}
