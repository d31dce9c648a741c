import { AdviceError } from '../../engine/adviceError';
import type { LoadedDataset } from '../../engine/data/dataset';
import type { DatasetShelf } from '../../engine/data/datasetShelf';
import { classShares } from '../../engine/probe/classShares';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import type { DataFacts } from '../../network/health/observation';
import { openNetwork } from '../openNetwork';
import { chooseDataset } from './datasetOption';
import { applyOptions, type TrainOptions } from './trainOptions';

export interface NetworkOrder extends TrainOptions {
  /** Settings of the template. */
  readonly set: readonly string[];
  /** Makes the network take the dataset's images and classes. */
  readonly fit: boolean;
}

/** The network of a template or file with the settings of the options. Throws an AdviceError where they don't fit. */
export async function orderedNetwork(source: string, options: NetworkOrder): Promise<NetworkDocument> {
  const opened = openNetwork(source, options.set);
  const { training } = opened;
  const dataset = await chooseDataset(options.dataset, training.dataset, options.data ?? []);
  const ordered = { ...opened, training: applyOptions({ ...training, dataset }, options) };
  return options.fit ? applyEdit(ordered, fitToDataset(ordered)).document : ordered;
}

/** Reads the network's dataset; null where the command was told to stop meanwhile. */
export async function readUnlessStopped(
  datasets: DatasetShelf,
  { training }: NetworkDocument,
  signal: AbortSignal,
): Promise<LoadedDataset | null> {
  try {
    return await datasets.get(training.dataset, () => signal.throwIfAborted());
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** Throws an AdviceError where the network can't be trained as drawn. */
export function refuseErrors(document: NetworkDocument, { problems }: Analysis): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  const [first, ...others] = errors.map(({ node, message, advice }) => ({
    message: node === null ? message : `${labels.get(node) ?? node}: ${message}`,
    advice,
  }));
  if (first === undefined) return;
  const rest = others.flatMap(({ message, advice }) => [message, advice]);
  throw new AdviceError(first.message, [first.advice, ...rest].join('\n'));
}

/** What is known of the images without passing over their values. */
export function dataFacts(dataset: LoadedDataset): DataFacts {
  return { ...classShares(dataset), inputMean: Number.NaN, inputDeviation: Number.NaN };
}
