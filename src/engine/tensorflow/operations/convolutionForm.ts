import type { Pair } from '../../../network/layers/ops';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphShape, GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { perAxis, type WindowPadding } from './window';

/** What the convolution and both of its gradient ops have in common. */
export interface ConvolutionForm {
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: WindowPadding;
  /** Groups that are written out as convolutions of their own; 1 where TensorFlow deals with groups. */
  readonly splitInto: number;
}

export function convolutionAttributes({ strides, dilations, padding }: ConvolutionForm) {
  return {
    strides: perAxis(strides),
    dilations: perAxis(dilations),
    padding: attribute.string(padding),
  };
}

/** Adds the op once, or once for each group on its share of the channels (the last axis of all tensors). */
export function convolve(
  graph: GraphBuilder,
  form: ConvolutionForm,
  op: 'Conv2D',
  inputs: readonly GraphTensor[],
  shape: GraphShape,
): GraphTensor {
  return inGroups(graph, form.splitInto, inputs, shape, (parts, partShape) =>
    graph.float(op, parts, partShape, convolutionAttributes(form)),
  );
}

/** Splits tensors along their last axis, builds each group, and joins the results along theirs. */
export function inGroups(
  graph: GraphBuilder,
  groups: number,
  tensors: readonly GraphTensor[],
  shape: GraphShape,
  build: (parts: readonly GraphTensor[], shape: GraphShape) => GraphTensor,
): GraphTensor {
  if (groups === 1) return build(tensors, shape);
  const split = tensors.map((tensor) => splitLastAxis(graph, tensor, groups));
  const share = shareOf(shape, groups);
  const results = Array.from({ length: groups }, (_, group) =>
    build(
      split.flatMap((parts) => parts[group] ?? []),
      share,
    ),
  );
  const axis = graph.integer(shape.length - 1);
  const attributes = { N: attribute.int(groups), Tidx: attribute.type(DataType.int32) };
  return graph.float('ConcatV2', [...results, axis], shape, attributes);
}

function splitLastAxis(graph: GraphBuilder, tensor: GraphTensor, groups: number): readonly GraphTensor[] {
  const axis = graph.integer(tensor.shape.length - 1);
  const attributes = { T: attribute.type(DataType.float), num_split: attribute.int(groups) };
  const node = graph.operation({ op: 'Split', inputs: [axis, tensor], attributes });
  return Array.from({ length: groups }, (_, group) =>
    graph.output(node, group, shareOf(tensor.shape, groups)),
  );
}

function shareOf(shape: GraphShape, groups: number): GraphShape {
  return [...shape.slice(0, -1), (shape.at(-1) ?? 0) / groups];
}
