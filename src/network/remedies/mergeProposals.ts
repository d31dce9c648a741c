import { assertNever } from '../assertNever';
import type { Edit } from '../graph/edits';
import { type PlannedLayer, planProjection } from '../graph/shortcuts/projection';
import { projectionStyle } from '../graph/shortcuts/projectionStyle';
import { findLayerKind } from '../layers/registry';
import { equalShapes, formatShape, imageShape, type Shape } from '../layers/shape';
import { insertOn } from './insertOn';
import { inTurn } from './inTurn';
import { inputsOf, targetsOf } from './mergeInputs';
import { flattenedPaths, widenedPaths, withoutAPath, withSamePadding } from './pathProposals';
import { planned } from './plannedLayer';
import type { Case } from './remedy';

/** For a layer that joins paths of unequal shape: level them, or take one out. */
export function* mergeProposals(of: Case): Iterable<Edit> {
  const { node, document } = of;
  if (node === undefined || findLayerKind(node.kind)?.inputs !== 'many') return;
  const inputs = inputsOf(of);
  const targets = targetsOf(inputs, of);
  yield* widenedPaths(of, inputs, targets);
  for (const way of ways)
    for (const target of targets) {
      const others = inputs.filter(({ shape }) => !equalShapes(shape, target));
      const steps = others.flatMap(({ edge, shape }) => insertOn(edge, levels(of, way, shape, target)));
      const what = others.length === 1 ? others[0]?.label : `${others.length} paths`;
      if (steps.length > 0) yield* inTurn(document, `${way} ${what} to ${formatShape(target)}`, steps);
    }
  yield* flattenedPaths(of, inputs);
  yield* withSamePadding(of, inputs);
  yield* withoutAPath(of);
}

/** What can be done to a path, that which loses nothing last. */
const ways = ['Pool', 'Project', 'Pad', 'Enlarge'] as const;

/** The layers that bring a shape to the target in this way; none where there are none. */
function levels(
  { document, wiring, node }: Case,
  way: (typeof ways)[number],
  shape: Shape,
  target: Shape,
): readonly PlannedLayer[] {
  const concat = node?.kind === 'concat';
  // Channels may differ where they are put side by side.
  const wanted =
    concat && shape.length === target.length ? [...target.slice(0, -1), shape.at(-1) ?? 0] : target;
  const style = projectionStyle(document, wiring, node?.id ?? '');
  const projected = (from: Shape, option: 'A' | 'B') => {
    const plan = planProjection(from, wanted, option, style);
    return 'problem' in plan ? [] : plan.layers;
  };
  switch (way) {
    case 'Pool':
      return concat ? pooled(shape, target) : [];
    case 'Project':
      return projected(shape, 'B');
    case 'Pad':
      return concat ? [] : projected(shape, 'A');
    case 'Enlarge':
      return enlarged(shape, wanted, (from) => projected(from, 'B'));
    default:
      return assertNever(way);
  }
}

function pooled(shape: Shape, target: Shape): readonly PlannedLayer[] {
  const [from, to] = [imageShape(shape), imageShape(target)];
  if (from === null || to === null) return [];
  const strides = [Math.ceil(from.height / to.height), Math.ceil(from.width / to.width)];
  if (Math.max(...strides) === 1) return [];
  return [planned('maxPool2d', { poolSize: strides, strides, padding: 'same' })];
}

function enlarged(
  shape: Shape,
  target: Shape,
  projected: (shape: Shape) => readonly PlannedLayer[],
): readonly PlannedLayer[] {
  const [from, to] = [imageShape(shape), imageShape(target)];
  if (from === null || to === null) return [];
  const factors = [to.height / from.height, to.width / from.width];
  if (!factors.every(Number.isInteger) || Math.max(...factors) === 1) return [];
  const larger = planned('upsampling2d', { factors });
  return [larger, ...projected([to.height, to.width, from.channels])];
}
