import { CircleCheck } from 'lucide-react';
import chart from '../charts/Chart.module.css';
import { formatInteger } from '../format/numbers';
import type { Run } from '../training/run';
import styles from './DiagnosisTab.module.css';
import { useDiagnosis } from './diagnosisStore';
import { flowWords } from './flowWords';
import { NotMeasured } from './NotMeasured';
import { useFits } from './useFits';
import { VerdictCard } from './VerdictCard';
import { countVerdicts } from './verdictLook';

/** What is wrong with the run, in words, worst first; and what can't be said yet. */
export function DiagnosisTab() {
  const { run, step, verdicts, missing } = useDiagnosis();
  const fits = useFits();
  return (
    <div className={styles['tab']}>
      {run === null ? (
        <p className={`${chart['sentence']} ${styles['empty']}`} data-muted="true">
          Train once, and what is wrong stands here in words: which layers, the numbers that show it, why, and
          what helps
        </p>
      ) : (
        <>
          <p className={styles['state']}>
            {verdicts.length === 0 ? (
              <CleanBill run={run} step={step} />
            ) : (
              <>
                <b>{countVerdicts(verdicts)}</b> {whenJudged(run, step)}
              </>
            )}
          </p>
          {verdicts.map((verdict) => (
            <VerdictCard key={verdict.kind + verdict.nodes.join()} verdict={verdict} fits={fits} />
          ))}
          <NotMeasured missing={missing} />
        </>
      )}
    </div>
  );
}

function whenJudged({ probe }: Run, step: number): string {
  return probe === null ? `at step ${formatInteger(step)}` : 'at the first weights, before training';
}

/** No verdict, with what the gradients do, which is what was looked at first. */
function CleanBill({ run, step }: { run: Run; step: number }) {
  return (
    <>
      <CircleCheck size={16} aria-hidden="true" />
      <b>Nothing wrong found</b> {whenJudged(run, step)}. {flowWords(run)}.
    </>
  );
}
