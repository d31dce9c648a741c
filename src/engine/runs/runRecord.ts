import { version } from '../../../package.json';
import type { NetworkDocument } from '../../network/graph/document';
import { projectVersion } from '../../network/graph/migrations';
import type { Device } from '../../protocol/engineMessages';
import type { LoadedDataset } from '../data/dataset';

/** Sizes of a run that stay the same from stretch to stretch. */
export interface RunSizes {
  readonly stepsPerEpoch: number;
  readonly trainingImages: number;
  readonly validationImages: number;
}

/** Where a run's first weights are from. */
export interface StartingWeightsRecord {
  readonly path: string;
  /** Of the whole file. */
  readonly sha256: string;
  /** Names, as `node/name`, of the weights that were drawn from the seed all the same. */
  readonly drawn: readonly string[];
}

/** What run.json holds: everything that is needed to run it again. */
export interface RunRecord {
  readonly format: 'layerwise-run';
  readonly version: 1;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Network, layout and training settings, the seed among them, at the start. */
  readonly document: NetworkDocument;
  /** The version of project files that the document is in the form of. */
  readonly projectVersion: number;
  readonly seed: number;
  /** Shared by runs that were trained to be compared; absent where the run stands for itself. */
  readonly group?: string | undefined;
  /** The weights that it began with in place of drawn ones; absent where all were drawn from the seed. */
  readonly startingWeights?: StartingWeightsRecord | undefined;
  readonly dataset: {
    readonly name: string;
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
    /** What it takes to ask the network about an image without the dataset; absent in runs of earlier versions. */
    readonly classNames?: readonly string[] | undefined;
    /** Of the training images, for each channel; bytes are scaled to 0…1. */
    readonly means?: readonly number[] | undefined;
    readonly deviations?: readonly number[] | undefined;
  };
  /** Of its epochs, which follow from the dataset and the settings. */
  readonly sizes: RunSizes;
  readonly device: Pick<Device, 'device' | 'description' | 'libraryVersion' | 'threads'> & {
    /** `pytorch` or `keras` where an exported project trained it. */
    readonly backend: Device['backend'] | 'pytorch' | 'keras';
  };
  /** `library` is what computed: that of `device.backend`. */
  readonly versions: { readonly layerwise: string; readonly library: string; readonly node: string };
}

export function describeRun(
  document: NetworkDocument,
  dataset: LoadedDataset,
  sizes: RunSizes,
  device: Device,
  startedAt: Date,
  { group, startingWeights }: Pick<RunRecord, 'group' | 'startingWeights'> = {},
): RunRecord {
  return {
    format: 'layerwise-run',
    version: 1,
    startedAt: startedAt.toISOString(),
    document,
    projectVersion,
    seed: document.training.seed,
    ...(group !== undefined && { group }),
    ...(startingWeights !== undefined && { startingWeights }),
    dataset: {
      name: document.training.dataset.type,
      files: dataset.files,
      classNames: dataset.classNames,
      ...dataset.statistics,
    },
    sizes,
    device,
    versions: {
      layerwise: version,
      library: device.libraryVersion,
      node: process.versions.node,
    },
  };
}
