import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Verdict } from '../../network/health/healthVerdict';
import { formatCounted } from '../format/numbers';

type Severity = Verdict['severity'];

/** The shape repeats what the colour says. */
export const severityIcons: Readonly<Record<Severity, LucideIcon>> = {
  fault: CircleAlert,
  warning: TriangleAlert,
  note: Info,
};

const severities = ['fault', 'warning', 'note'] as const;

const counted: Readonly<Record<Verdict['severity'], (count: number) => string>> = {
  fault: (count) => formatCounted(count, 'fault'),
  warning: (count) => formatCounted(count, 'warning'),
  note: (count) => formatCounted(count, 'note'),
};

/** "1 fault, 2 warnings"; an empty text for none. */
export function countVerdicts(verdicts: readonly Pick<Verdict, 'severity'>[]): string {
  return severities
    .map((severity) => ({
      severity,
      count: verdicts.filter((verdict) => verdict.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted[severity](count))
    .join(', ');
}

/** Verdicts that a person should act on. */
export function findings(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ severity }) => severity !== 'note');
}
