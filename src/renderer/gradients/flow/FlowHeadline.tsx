import { describeFlow } from '../../../network/health/flowSentence';
import type { FlowVerdict } from '../../../network/health/flowVerdict';
import type { LayerVerdict } from '../../../network/health/verdict';
import styles from '../../charts/Chart.module.css';
import { t } from '../../language/t';
import { isUnderWay } from '../../training/runPhase';
import { useRun } from '../../training/runStore';
import { VerdictBadge } from '../VerdictBadge';

/** The verdict on the gradients of the shown step: a badge and a sentence. */
export function FlowHeadline({ verdict }: { verdict: FlowVerdict | null }) {
  const underWay = useRun((state) => isUnderWay(state.status));
  if (verdict === null)
    return (
      <p className={styles['sentence']} data-muted="true">
        {underWay ? t`Waiting for the first step` : t`Train once to record gradients here`}
      </p>
    );
  const badge = badgeOf(verdict);
  const { before, stressed, after } = describeFlow(verdict);
  return (
    <>
      {badge !== null && <VerdictBadge verdict={badge} />}
      <p className={styles['sentence']}>
        {before}
        <b>{stressed}</b>
        {after}
      </p>
    </>
  );
}

function badgeOf(verdict: FlowVerdict): LayerVerdict | null {
  if (verdict.type === 'tooShort') return null;
  return verdict.type === 'cutOff' ? 'zero' : verdict.health;
}
