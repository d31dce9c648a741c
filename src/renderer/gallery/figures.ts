import { analyse } from '../../network/analysis/analyse';
import type { Problem } from '../../network/analysis/analysis';
import { trainingMemory } from '../../network/analysis/memory';
import type { DatasetFacts } from '../../network/datasets/datasetFacts';
import type { NetworkDocument } from '../../network/graph/document';
import type { LayerConfig } from '../../network/layers/fields';
import type { Shape } from '../../network/layers/shape';
import type { Template } from '../../network/templates/template';
import { networkDepth } from '../editor/networkDepth';
import { type Silhouette, silhouette } from './art/silhouette';
import { fittingDataset, inputShapeOf } from './fittingDataset';
import { mainPath } from './mainPath';
import { type Stage, stagesOf } from './stages';

/** What is said of a template with certain settings: all of it computed from the network that they make. */
export interface TemplateFigures {
  readonly inputShape: Shape | null;
  /** Layers with kernels on the longest way, as papers count. */
  readonly layers: number;
  /** Trainable values. */
  readonly parameters: number;
  /** Multiply-adds for one example. */
  readonly macs: number;
  /** Bytes that a training step holds, at the template's batch size. */
  readonly memory: number;
  readonly batchSize: number;
  /** What it is trained on, where images and classes suit it. */
  readonly dataset: DatasetFacts | null;
  readonly silhouette: Silhouette;
  readonly stages: readonly Stage[];
  /** What keeps it from being built with these settings. */
  readonly errors: readonly Problem[];
}

export function figuresOf(template: Template, settings: LayerConfig): TemplateFigures {
  return figuresOfNetwork(template.create(settings));
}

/** The figures of a network that a template has made. */
export function figuresOfNetwork(document: NetworkDocument): TemplateFigures {
  const analysis = analyse(document);
  const path = mainPath(document, analysis);
  return {
    inputShape: inputShapeOf(document, analysis),
    layers: networkDepth(analysis),
    parameters: analysis.totals.trainable,
    macs: analysis.totals.macs,
    memory: trainingMemory(analysis, document.training).total,
    batchSize: document.training.batchSize,
    dataset: fittingDataset(document, analysis),
    silhouette: silhouette(path, analysis),
    stages: stagesOf(document, path, analysis),
    errors: analysis.problems.filter(({ severity }) => severity === 'error'),
  };
}
