import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { GraphBuilder } from './graphBuilder';
import { fetchName, type GraphTensor } from './graphTensor';

/** A float tensor that stays on the device from step to step. */
export interface Variable {
  /** As people and checkpoints name it: `conv1/kernel`, `conv1/kernel/velocity`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly handle: GraphTensor;
  /** Its value before the updates of a step: all ops that take the variable take this one read. */
  readonly value: GraphTensor;
}

export function declareVariable(graph: GraphBuilder, name: string, shape: readonly number[]): Variable {
  return graph.inScope(`variables/${name}`, () => {
    const attributes = {
      dtype: attribute.type(DataType.float),
      shape: attribute.shape(shape),
      shared_name: attribute.string(name),
    };
    const handle = graph.tensor({ op: 'VarHandleOp', attributes }, DataType.resource, []);
    return { name, shape, handle, value: readVariable(graph, handle, shape, []) };
  });
}

/** Reads the variable once the nodes in `after` have run. */
export function readVariable(
  graph: GraphBuilder,
  handle: GraphTensor,
  shape: readonly number[],
  after: readonly string[],
): GraphTensor {
  const attributes = { dtype: attribute.type(DataType.float) };
  return graph.tensor({ op: 'ReadVariableOp', inputs: [handle], after, attributes }, DataType.float, shape);
}

/** Gives the variable a new value once the nodes in `after` have run; returns the assignment's name. */
export function assignVariable(
  graph: GraphBuilder,
  { handle }: Variable,
  value: GraphTensor,
  after: readonly string[],
): string {
  const attributes = { dtype: attribute.type(DataType.float) };
  return graph.operation({ op: 'AssignVariableOp', inputs: [handle, value], after, attributes });
}

/** Variables that are read and written together, and the names under which a session does it. */
export interface VariableGroup {
  readonly variables: readonly Variable[];
  readonly readFetches: string;
  readonly writeFeeds: string;
  readonly writeFetch: string;
}

/**
 * Adds what reads and writes a group in one run. Fed values are copied first: without it the process dies now and
 * then, because a variable may come to hold an array of JavaScript's, which TensorFlow lets go on a thread of its own.
 */
export function variableGroup(
  graph: GraphBuilder,
  scope: string,
  variables: readonly Variable[],
): VariableGroup {
  return graph.inScope(scope, () => {
    const feeds = variables.map(({ name, shape }) => graph.placeholder(name, DataType.float, shape));
    const assignments = variables.flatMap((variable, index) => {
      const feed = feeds[index];
      if (feed === undefined) return [];
      const copy = graph.float('DeepCopy', [feed], variable.shape);
      return [assignVariable(graph, variable, copy, [])];
    });
    return {
      variables,
      readFetches: variables.map(({ value }) => fetchName(value)).join(','),
      writeFeeds: feeds.map(fetchName).join(','),
      writeFetch: doneAfter(graph, 'written', assignments),
    };
  });
}

/** Adds what sets variables to zero, and returns the name to fetch for it. */
export function resetToZero(graph: GraphBuilder, scope: string, variables: readonly Variable[]): string {
  return graph.inScope(scope, () => {
    const assignments = variables.map((variable) => {
      const zeros = graph.float('Fill', [graph.integers(variable.shape), graph.constant(0)], variable.shape);
      return assignVariable(graph, variable, zeros, []);
    });
    return doneAfter(graph, 'zeroed', assignments);
  });
}

function doneAfter(graph: GraphBuilder, name: string, nodes: readonly string[]): string {
  const attributes = { T: attribute.type(DataType.float) };
  return `${graph.operation({ op: 'Identity', name, inputs: [graph.constant(1)], after: nodes, attributes })}:0`;
}
