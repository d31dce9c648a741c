import type { LayerNode } from '../graph/document';
import type { LayerKind, LayerProblem, WeightDeclaration } from '../layers/defineLayer';
import { elementCount, type Shape } from '../layers/shape';
import type { NodeAnalysis } from './analysis';
import { settleInitialiser } from './initialisation';

/** What the surroundings of a node say about it. */
export interface NodeSurroundings {
  readonly inputShapes: readonly (Shape | null)[];
  /** The first activation behind it. */
  readonly activation: LayerKind | undefined;
  /** Depth of the deepest of its inputs. */
  readonly depthBefore: number;
  readonly usedInTraining: boolean;
}

/** Shape, weights and cost of one node, and what its kind objects to; unknown where an input shape is. */
export function analyseNode(
  node: LayerNode,
  kind: LayerKind,
  { inputShapes, activation, depthBefore, usedInTraining }: NodeSurroundings,
): { readonly analysis: NodeAnalysis; readonly problem: LayerProblem | null } {
  const unknown = unknownNode(inputShapes, depthBefore, usedInTraining);
  const inputs = inputShapes.filter((shape) => shape !== null);
  if (inputs.length < inputShapes.length || (kind.inputs !== 'none' && inputs.length === 0))
    return { analysis: unknown, problem: null };
  const result = kind.outputShape(inputs, node.config);
  if ('problem' in result) return { analysis: unknown, problem: result.problem };
  const declared = kind.weights(inputs, node.config);
  const weights =
    node.frozen === true ? declared.map((weight) => ({ ...weight, trainable: false })) : declared;
  return {
    analysis: {
      inputShapes,
      outputShape: result.shape,
      weights: weights.map((declaration) => settleInitialiser(declaration, activation)),
      trainable: countValues(weights, true),
      nonTrainable: countValues(weights, false),
      frozen: countValues(declared, true) - countValues(weights, true),
      macs: kind.macs(inputs, result.shape, node.config),
      // Only kernels decay, so a layer that has one is recognised by it; normalisation does not add depth.
      depth: depthBefore + (weights.some((declaration) => declaration.decays) ? 1 : 0),
      usedInTraining,
      differentiated: true,
    },
    problem: null,
  };
}

/** A node of which nothing but its inputs is known. */
export function unknownNode(
  inputShapes: readonly (Shape | null)[],
  depth: number,
  usedInTraining: boolean,
): NodeAnalysis {
  return {
    inputShapes,
    outputShape: null,
    weights: [],
    trainable: 0,
    nonTrainable: 0,
    frozen: 0,
    macs: 0,
    depth,
    usedInTraining,
    differentiated: true,
  };
}

function countValues(weights: readonly WeightDeclaration[], trainable: boolean): number {
  return weights
    .filter((weight) => weight.trainable === trainable)
    .reduce((sum, weight) => sum + elementCount(weight.shape), 0);
}
