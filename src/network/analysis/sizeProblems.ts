import { elementCount, formatShape } from '../layers/shape';
import type { NodeAnalysis, Problem } from './analysis';
import type { Network } from './network';

/** Many of TensorFlow's kernels count the values of a tensor in 32 bits. */
const largestTensor = 2 ** 31 - 1;

/** Weights, and outputs over a whole batch, that no tensor can hold. */
export function findSizeProblems(
  { document, wiring, used }: Network,
  nodes: ReadonlyMap<string, NodeAnalysis>,
): readonly Problem[] {
  const { batchSize } = document.training;
  const problems: Problem[] = [];
  for (const id of used) {
    const [node, analysis] = [wiring.nodes.get(id), nodes.get(id)];
    if (node === undefined || analysis === undefined) continue;
    const weight = analysis.weights.find(({ shape }) => elementCount(shape) > largestTensor);
    if (weight !== undefined)
      problems.push({
        severity: 'error',
        node: id,
        message: `The ${weight.name} of ${node.label} has ${formatShape(weight.shape)} values; a tensor holds ${billions(largestTensor)} at most.`,
        advice: `Shrink what comes into ${node.label} by pooling or strides, or give it fewer units or filters.`,
      });
    else if (analysis.outputShape !== null && elementCount(analysis.outputShape) * batchSize > largestTensor)
      problems.push({
        severity: 'error',
        node: id,
        message: `A batch of ${batchSize} at ${node.label} has ${billions(elementCount(analysis.outputShape) * batchSize)} values; a tensor holds ${billions(largestTensor)} at most.`,
        advice: 'Choose a smaller batch, fewer filters, or pool earlier.',
      });
  }
  return problems;
}

function billions(count: number): string {
  return `${(count / 1e9).toFixed(1)} billion`;
}
