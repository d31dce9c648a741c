import type { FlowVerdict } from './flowVerdict';
import type { HealthThresholds } from './healthThresholds';
import type { Verdict, VerdictKind } from './healthVerdict';
import type { Observation } from './observation';
import type { Snapshot } from './snapshot';
import type { Structure } from './structure';

/** An observation with what all rules look at. */
export interface HealthCase extends Observation {
  readonly thresholds: HealthThresholds;
  readonly structure: Structure;
  /** The mean of the latest snapshots; null where nothing was measured. */
  readonly settled: Snapshot | null;
  /** What the gradients do over the layers with kernels; null where nothing was measured. */
  readonly flow: FlowVerdict | null;
}

export type Finding = Omit<Verdict, 'kind' | 'title'>;

/** One thing that can be the matter. */
export interface HealthRule {
  readonly kind: VerdictKind;
  readonly title: string;
  /** What has to be seen, for the table of rules. */
  readonly sign: string;
  /** Where the threshold comes from. */
  readonly source: string;
  /** Null where the numbers don't show it. */
  judge(of: HealthCase): Finding | null;
}
