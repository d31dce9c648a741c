import type { Analysis } from '../../network/analysis/analysis';
import { type DatasetFacts, datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import type { LayerNode, NetworkDocument } from '../../network/graph/document';
import { outputsOf } from '../../network/graph/mainOutput';
import { layerKind } from '../../network/layers/registry';
import { elementCount, equalShapes, type Shape } from '../../network/layers/shape';

/** Shape of the images that the network takes; null without an input. */
export function inputShapeOf({ nodes }: NetworkDocument, analysis: Analysis): Shape | null {
  const input = nodes.find(({ kind }) => layerKind(kind).inputs === 'none');
  return (input && analysis.nodes.get(input.id)?.outputShape) ?? null;
}

/** The dataset that the network names, where its images and classes suit the network. */
export function fittingDataset(document: NetworkDocument, analysis: Analysis): DatasetFacts | null {
  const { dataset } = document.training;
  return suits(dataset, document, analysis) ? datasetFacts(dataset) : null;
}

/** Whether a network takes the images of a dataset and tells its classes apart. */
export function suits(dataset: DatasetReference, document: NetworkDocument, analysis: Analysis): boolean {
  const { imageShape, classes } = datasetFacts(dataset);
  const shape = inputShapeOf(document, analysis);
  const outputs = outputsOf(document.nodes);
  const tellsApart = ({ id }: LayerNode): boolean => {
    const given = analysis.nodes.get(id)?.inputShapes[0] ?? null;
    return given !== null && elementCount(given) === classes;
  };
  return shape !== null && equalShapes(shape, imageShape) && outputs.length > 0 && outputs.every(tellsApart);
}
