import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import type { Run } from '../training/run';

/** Of when the verdicts are, which don't follow the charts to an earlier step: "at step 1,200, the latest; …". */
export function whenJudged({ probe }: Pick<Run, 'probe'>, step: number, scrubbedStep: number | null): string {
  if (probe !== null) return t`at the first weights, before training`;
  const judged = t`at step ${formatInteger(step)}`;
  return scrubbedStep === null || scrubbedStep >= step
    ? judged
    : t`${judged}, the latest; the charts show step ${formatInteger(scrubbedStep)}`;
}
