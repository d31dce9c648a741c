import { defaultConfig } from '../layers/config';
import type { LayerKind, LayerProblem } from '../layers/defineLayer';
import { layerKinds } from '../layers/registry';
import type { Shape } from '../layers/shape';
import type { ConnectionStart } from './possibleEnds';

/** A layer kind at one end of a connection. */
export interface Follower {
  readonly kind: LayerKind;
  /** What the layer would say to the shape that comes in; null where it fits, or where the shape isn't known. */
  readonly problem: LayerProblem | null;
}

/**
 * The layer kinds that can stand at the other end of a connection from here, those that take the shape first, each
 * in the palette's order. `shape` is what leaves the source, null where it isn't known or the start is a target.
 */
export function followers(type: ConnectionStart['type'], shape: Shape | null): readonly Follower[] {
  const candidates = layerKinds
    .filter((kind) => (type === 'source' ? kind.inputs !== 'none' : kind.terminal !== true))
    .map((kind): Follower => ({ kind, problem: type === 'source' ? misfit(kind, shape) : null }));
  return [
    ...candidates.filter(({ problem }) => problem === null),
    ...candidates.filter(({ problem }) => problem !== null),
  ];
}

function misfit(kind: LayerKind, shape: Shape | null): LayerProblem | null {
  // A merge gets its other inputs later.
  if (shape === null || kind.inputs === 'many') return null;
  const result = kind.outputShape([shape], defaultConfig(kind));
  return 'problem' in result ? result.problem : null;
}
