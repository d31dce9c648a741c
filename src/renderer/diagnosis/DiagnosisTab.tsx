import { CircleCheck } from 'lucide-react';
import { NothingMeasured } from '../charts/NothingMeasured';
import { t } from '../language/t';
import type { Run } from '../training/run';
import { useRun } from '../training/runStore';
import styles from './DiagnosisTab.module.css';
import { useDiagnosis } from './diagnosisStore';
import { flowWords } from './flowWords';
import { NotMeasured } from './NotMeasured';
import { useFits } from './useFits';
import { VerdictCard } from './VerdictCard';
import { countVerdicts } from './verdictLook';
import { whenJudged } from './whenJudged';

/** What is wrong with the run, in words, worst first; and what can't be said yet. */
export function DiagnosisTab() {
  const { run, step, verdicts, missing } = useDiagnosis();
  const scrubbedStep = useRun((state) => state.scrubbedStep);
  const fits = useFits();
  const when = run === null ? '' : whenJudged(run, step, scrubbedStep);
  return (
    <div className={styles['tab']}>
      {run === null ? (
        <div className={styles['empty']}>
          <NothingMeasured
            what={t`Train once, and what is wrong stands here in words: which layers, the numbers that show it, why, and what helps`}
          />
        </div>
      ) : (
        <>
          <p className={styles['state']}>
            {verdicts.length === 0 ? (
              <CleanBill run={run} when={when} />
            ) : (
              <>
                <b>{countVerdicts(verdicts)}</b> {when}
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

/** No verdict, with what the gradients do, which is what was looked at first. */
function CleanBill({ run, when }: { run: Run; when: string }) {
  return (
    <>
      <CircleCheck size={16} aria-hidden="true" />
      <b>{t`Nothing wrong found`}</b> {when}. {flowWords(run)}.
    </>
  );
}
