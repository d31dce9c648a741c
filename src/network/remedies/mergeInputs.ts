import type { LayerEdge } from '../graph/document';
import { equalShapes, type Shape } from '../layers/shape';
import type { Case } from './remedy';

/** A path into a layer that joins several. */
export interface MergeInput {
  readonly edge: LayerEdge;
  readonly shape: Shape;
  readonly label: string;
}

/** The paths whose shapes are known, in the order of the inputs. */
export function inputsOf({ node, wiring, analysis }: Case): readonly MergeInput[] {
  return wiring.incoming(node?.id ?? '').flatMap((edge) => {
    const shape = analysis.nodes.get(edge.from)?.outputShape;
    const label = wiring.nodes.get(edge.from)?.label ?? edge.from;
    return shape ? [{ edge, shape, label }] : [];
  });
}

/** The shapes that come in, that of the deepest path first: the others are brought to it. */
export function targetsOf(inputs: readonly MergeInput[], { analysis }: Case): readonly Shape[] {
  const depth = ({ edge }: MergeInput) => analysis.nodes.get(edge.from)?.depth ?? 0;
  const shapes: Shape[] = [];
  for (const { shape } of inputs.toSorted((left, right) => depth(right) - depth(left)))
    if (!shapes.some((other) => equalShapes(other, shape))) shapes.push(shape);
  return shapes.length > 1 ? shapes : [];
}

/** The layers that lead to this connection alone, from the last on back. */
export function ownPath({ wiring }: Case, edge: LayerEdge): readonly string[] {
  const own = new Set<string>();
  let current: string | undefined = edge.from;
  while (current !== undefined && !own.has(current) && wiring.outgoing(current).length === 1) {
    const before = wiring.incoming(current);
    // Without inputs it is where the images come in.
    if (before.length === 0) break;
    own.add(current);
    current = before.length === 1 ? before[0]?.from : undefined;
  }
  return [...own];
}
