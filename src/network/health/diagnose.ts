import { flowOfSnapshot } from './flowOfSnapshot';
import type { HealthCase } from './healthRule';
import { type HealthThresholds, healthThresholds } from './healthThresholds';
import type { Severity, Verdict } from './healthVerdict';
import type { Observation } from './observation';
import { healthRules } from './rules/healthRules';
import { settledSnapshot } from './settledSnapshot';
import { structureOf } from './structure';

const ranks: Readonly<Record<Severity, number>> = { fault: 0, warning: 1, note: 2 };

/**
 * Says what the numbers show to be the matter with a network's training, why, and what would help: the worst first,
 * nothing where nothing is wrong. Values that are not finite only show that; nothing else is concluded from them.
 */
export function diagnose(
  observation: Observation,
  thresholds: HealthThresholds = healthThresholds,
): readonly Verdict[] {
  const settled = settledSnapshot(observation.snapshots, thresholds.settledSnapshots);
  const structure = structureOf(observation.document, observation.analysis);
  const of: HealthCase = {
    ...observation,
    ...{ thresholds, settled },
    structure,
    flow: settled === null ? null : flowOfSnapshot(settled, structure.readouts, thresholds),
  };
  const verdicts = healthRules.flatMap(({ kind, title, judge }): Verdict[] => {
    if (observation.nonFinite !== null && kind !== 'non-finite') return [];
    const finding = judge(of);
    return finding === null ? [] : [{ kind, title, ...finding }];
  });
  return verdicts.toSorted((left, right) => ranks[left.severity] - ranks[right.severity]);
}
