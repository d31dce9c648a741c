import type { HealthCase } from './healthRule';
import type { NodeSnapshot } from './snapshot';

/** The measured layers whose gradients are compared, by depth; see readoutsOf. */
export function comparedNodes({
  settled,
  structure: { readouts },
}: Pick<HealthCase, 'settled' | 'structure'>): readonly NodeSnapshot[] {
  const nodes = settled?.nodes ?? [];
  return nodes
    .filter(
      ({ id, depth, gradientNorm }) => depth !== null && !Number.isNaN(gradientNorm) && !readouts.has(id),
    )
    .toSorted((left, right) => (left.depth ?? 0) - (right.depth ?? 0));
}
