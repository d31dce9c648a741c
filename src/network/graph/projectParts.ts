import { checkConfig } from '../layers/config';
import type { LayerProblem } from '../layers/defineLayer';
import { findLayerKind } from '../layers/registry';
import type { LayerEdge, LayerNode, Note } from './document';
import { withOptions } from './documentItems';

/** Checks that a layer's kind exists in this version and its settings are within limits, and fills those left out; options that say nothing are dropped. */
export function checkNode(
  node: LayerNode,
): { readonly node: LayerNode } | { readonly problem: LayerProblem } {
  // Names such as "constructor" are found on every object, so a record by id could not tell whether it has them.
  if (node.id in {}) return problem(`A layer can't have the id "${node.id}".`, 'Give it another id.');
  const kind = findLayerKind(node.kind);
  if (kind === undefined)
    return problem(
      `Layer "${node.id}" is of the kind "${node.kind}", which this version of Layerwise doesn't know.`,
      'Open the project in a newer Layerwise, or correct the kind.',
    );
  const result = checkConfig(kind, node.config);
  if ('problem' in result)
    return problem(`Layer "${node.id}": ${result.problem.message}`, result.problem.advice);
  return { node: withOptions({ ...node, config: result.config }) };
}

/** Checks that a connection leads from a layer with an output to an input of another; null where it does. */
export function checkEdge(
  { from, to, input }: LayerEdge,
  nodes: ReadonlyMap<string, LayerNode>,
): LayerProblem | null {
  const name = `The connection from "${from}" to "${to}"`;
  const [source, target] = [nodes.get(from), nodes.get(to)];
  if (source === undefined || target === undefined)
    return {
      message: `${name} leads to a layer that isn't there: "${source === undefined ? from : to}".`,
      advice: 'Remove the edge, or correct the id.',
    };
  const [sourceKind, targetKind] = [findLayerKind(source.kind), findLayerKind(target.kind)];
  if (sourceKind?.terminal === true)
    return {
      message: `${name} starts at an ${sourceKind.label}, which ends the network.`,
      advice: 'Remove the edge.',
    };
  if (targetKind?.inputs === 'none')
    return {
      message: `${name} leads into an ${targetKind.label}, which takes no input.`,
      advice: 'Remove the edge.',
    };
  if (targetKind?.inputs === 'one' && input !== 0)
    return {
      message: `${name} leads to input ${input}, but ${targetKind.label} has input 0 only.`,
      advice: 'Remove the edge, or set its input to 0.',
    };
  return null;
}

/** Checks that notes have ids of their own; null where they do. */
export function checkNotes(notes: readonly Note[] = []): LayerProblem | null {
  const ids = new Set<string>();
  for (const { id } of notes) {
    if (ids.has(id))
      return { message: `Two notes have the id "${id}".`, advice: 'Give one of them another id.' };
    ids.add(id);
  }
  return null;
}

function problem(message: string, advice: string): { readonly problem: LayerProblem } {
  return { problem: { message, advice } };
}
