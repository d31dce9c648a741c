import { after, merge, switchOn } from '../graph/branching';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { assignVariable, type Variable } from '../graph/variable';
import { join, reduceAll } from '../graph/vectors';
import type { UpdateRule } from '../optimizers/updateRule';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { clipped } from './clipping';
import type { NetworkWeight } from './networkWeights';

/** A trainable weight with its gradient and the optimizer's own variables for it. */
export interface TrainedWeight extends NetworkWeight {
  readonly gradient: GraphTensor;
  readonly slots: readonly Variable[];
  readonly rule: UpdateRule;
}

export interface MovedStatistic {
  readonly statistic: Variable;
  readonly value: GraphTensor;
}

export interface Update {
  /** Loss plus the sum of all gradients: not finite where any of them is not. */
  readonly witness: GraphTensor;
  /** The node after which the step's changes are made, or left out. */
  readonly settled: string;
}

/**
 * All changes of a step, behind one gate: where the loss or a gradient is not finite, nothing is changed, so
 * that the weights survive and the step can be run again to see where it went wrong.
 */
export function addUpdate(
  graph: GraphBuilder,
  loss: GraphTensor,
  weights: readonly TrainedWeight[],
  statistics: readonly MovedStatistic[],
  clipNorm: number,
): Update {
  const gradients = weights.map(({ gradient }) => gradient);
  const vectors = gradients.filter(({ shape }) => shape.length === 1);
  const others = gradients.filter(({ shape }) => shape.length !== 1);
  const summed = vectors.length < 2 ? gradients : [join(graph, vectors), ...others];
  const sums = summed.map((gradient) => reduceAll(graph, 'Sum', gradient));
  const witness = graph.float('AddN', [loss, ...sums], [], { N: attribute.int(sums.length + 1) });
  const attributes = { T: attribute.type(DataType.float) };
  const finite = graph.tensor({ op: 'IsFinite', inputs: [witness], attributes }, DataType.bool, []);
  const gate = switchOn(graph, witness, finite);
  const open = after(graph, gate.whenTrue, []);
  const used = clipNorm === 0 ? gradients : clipped(graph, gradients, clipNorm);
  const changes = [
    ...weights.map(({ variable, gradient, decays, slots, rule }, place) =>
      rule.apply({
        ...{ weight: variable, decays, slots, after: [open.name] },
        gradient: used[place] ?? gradient,
      }),
    ),
    ...statistics.map(({ statistic, value }) => assignVariable(graph, statistic, value, [open.name])),
  ];
  return { witness, settled: merge(graph, after(graph, open, changes), gate.whenFalse).name };
}
