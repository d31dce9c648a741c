import { Route } from 'lucide-react';
import { memo } from 'react';
import type { HealthRemedy, Verdict, VerdictKind } from '../../network/health/healthVerdict';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import applied from './AppliedRemedy.module.css';
import { useDiagnosis } from './diagnosisStore';
import styles from './FlowFixes.module.css';
import { applyRemedy } from './remedyActions';
import { useRemedy } from './remedyStore';
import { useFits } from './useFits';

/** Verdicts on how gradients change over depth, which is what the Gradient flow tab shows. */
const flowKinds: ReadonlySet<VerdictKind> = new Set<VerdictKind>(['vanishing', 'exploding']);
/** Remedies that there is room for. */
const roomFor = 3;

/** Names as short as the headline needs them. */
const shortNames: Readonly<Record<string, string>> = {
  'add-shortcuts': 'Add skip connections',
  'he-initialisation': 'Use He init',
  'batch-norm': 'Add batch norm',
};

/** In the headline of the gradient flow: what mends it, each at one click and one step to undo. */
export const FlowFixes = memo(function FlowFixes() {
  const verdict = useDiagnosis(({ verdicts }) => verdicts.find(({ kind }) => flowKinds.has(kind)));
  const stage = useRemedy(({ progress }) => progress.stage);
  const fits = useFits();
  if (verdict === undefined || !fits || verdict.remedies.length === 0) return null;
  return (
    <span className={styles['fixes']}>
      <span className={styles['lead']}>{t`Fix, undoable`}</span>
      {verdict.remedies.slice(0, roomFor).map((remedy, place) => (
        <Fix key={remedy.id} {...{ verdict, remedy }} first={place === 0} disabled={stage === 'stopping'} />
      ))}
    </span>
  );
});

interface FixProps {
  verdict: Verdict;
  remedy: HealthRemedy;
  first: boolean;
  disabled: boolean;
}

function Fix({ verdict, remedy, first, disabled }: FixProps) {
  const name = shortNames[remedy.id] ?? remedy.title;
  const apply = (): void => void applyRemedy({ verdict, remedy });
  const asked = { title: say(remedy.expectation), disabled, onClick: apply };
  if (!first) return <FramedButton {...asked}>{say(name)}</FramedButton>;
  return (
    <button type="button" className={applied['train']} {...asked}>
      {remedy.id === 'add-shortcuts' && <Route size={13} aria-hidden="true" />}
      {say(name)}
    </button>
  );
}
