import { describeFlow } from '../../../network/health/flowSentence';
import type { FlowVerdict } from '../../../network/health/flowVerdict';
import type { LayerVerdict } from '../../../network/health/verdict';
import styles from '../../charts/Chart.module.css';
import { NothingMeasured } from '../../charts/NothingMeasured';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { VerdictBadge } from '../VerdictBadge';

/** The verdict on the gradients of the shown step: a badge and a sentence. */
export function FlowHeadline({ verdict }: { verdict: FlowVerdict | null }) {
  if (verdict === null) return <NothingMeasured what={t`Train once to record gradients here`} />;
  const badge = badgeOf(verdict);
  const { before, stressed, after } = describeFlow(verdict);
  return (
    <>
      {badge !== null && <VerdictBadge verdict={badge} />}
      <p className={styles['sentence']}>
        {say(before)}
        <b>{say(stressed)}</b>
        {say(after)}
      </p>
    </>
  );
}

function badgeOf(verdict: FlowVerdict): LayerVerdict | null {
  if (verdict.type === 'tooShort') return null;
  return verdict.type === 'cutOff' ? 'zero' : verdict.health;
}
