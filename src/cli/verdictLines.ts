import type { HealthRemedy, Verdict } from '../network/health/healthVerdict';

/** A verdict as programs read it: remedies by their ids. */
export interface VerdictLine extends Omit<Verdict, 'title' | 'remedies'> {
  readonly remedies: readonly Pick<HealthRemedy, 'id' | 'title'>[];
}

export function verdictLines(verdicts: readonly Verdict[]): readonly VerdictLine[] {
  return verdicts.map(({ kind, severity, nodes, evidence, cause, remedies }) => ({
    ...{ kind, severity, nodes, evidence, cause },
    remedies: remedies.map(({ id, title }) => ({ id, title })),
  }));
}

/** As people read them on a terminal. */
export function verdictTexts(verdicts: readonly VerdictLine[]): readonly string[] {
  return verdicts.flatMap(({ evidence, cause, remedies }) => [
    `${evidence} ${cause}`,
    ...(remedies.length === 0
      ? []
      : [`  What would help: ${remedies.map(({ title }) => title).join('; ')}.`]),
  ]);
}
