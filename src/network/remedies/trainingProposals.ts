import type { Edit } from '../graph/edits';
import { fitToDataset } from '../graph/fitToDataset';
import { removeLayers, setTraining } from '../graph/layerEdits';
import { elementCount } from '../layers/shape';
import { insertOn } from './insertOn';
import { inTurn } from './inTurn';
import { planned } from './plannedLayer';
import type { Case } from './remedy';

/** Many of TensorFlow's kernels count the values of a tensor in 32 bits. */
const largestTensor = 2 ** 31 - 1;

/** For what the network and its training say against one another: dataset, loss, batch. */
export function* trainingProposals({ document, node, wiring, analysis }: Case): Iterable<Edit> {
  yield fitToDataset(document);
  if (node === undefined) return;
  if (node.kind === 'softmax')
    yield { ...removeLayers(document, [node.id], []), label: `Delete ${node.label}` };
  const [edge] = wiring.incoming(node.id);
  if (edge !== undefined && node.config['loss'] !== undefined)
    yield* inTurn(document, `Put a Softmax before ${node.label}`, insertOn(edge, [planned('softmax')]));
  const values = elementCount(analysis.nodes.get(node.id)?.outputShape ?? [0]);
  const batchSize = Math.floor(largestTensor / Math.max(1, values));
  if (batchSize > 0 && batchSize < document.training.batchSize)
    yield {
      ...setTraining(document, { ...document.training, batchSize }),
      label: `Train in batches of ${batchSize}`,
    };
}
