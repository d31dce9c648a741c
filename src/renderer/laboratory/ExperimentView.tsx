import { useMemo } from 'react';
import { conditionsText } from '../../network/laboratory/conditionsText';
import type { Experiment } from '../../network/laboratory/experiment';
import { reportOf } from '../../network/laboratory/report';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { say } from '../language/say';
import { t } from '../language/t';
import { ExperimentActions } from './ExperimentActions';
import { ExperimentPlots } from './ExperimentPlots';
import { ExperimentProgress } from './ExperimentProgress';
import styles from './ExperimentView.module.css';
import { FindingList } from './FindingList';
import { LaboratoryFailure } from './LaboratoryFailure';
import { useLaboratory } from './laboratoryStore';
import { OutcomeList } from './OutcomeList';
import { ResultsTable } from './ResultsTable';

const none: readonly TrialResult[] = [];

/** One experiment: its question, what is known, and what was measured so far. */
export function ExperimentView({ experiment }: { experiment: Experiment }) {
  const told = useLaboratory((state) => state.told.get(experiment.id));
  const results = told?.results ?? none;
  const report = useMemo(() => reportOf(experiment, results), [experiment, results]);
  return (
    <div className={styles['view']}>
      <header className={styles['header']}>
        <div>
          <h2>{say(experiment.name)}</h2>
          <p className={styles['question']}>{say(experiment.question)}</p>
        </div>
        <ExperimentActions experiment={experiment} results={results} />
      </header>
      <ExperimentProgress experiment={experiment} />
      <LaboratoryFailure />
      <div className={styles['scroll']}>
        {experiment.claim !== '' && (
          <p className={styles['claim']}>
            <b>{t`The lecture says.`}</b> {say(experiment.claim)}
          </p>
        )}
        <p className={styles['conditions']}>
          <b>{t`Here.`}</b> {say(conditionsText(experiment))}
        </p>
        {results.length > 0 && (
          <>
            <OutcomeList outcomes={report.outcomes} />
            <ExperimentPlots experiment={experiment} series={report.series} />
          </>
        )}
        {/* Before anything is measured it says what will be. */}
        <ResultsTable
          experiment={experiment}
          table={report.table}
          results={results}
          withoutRun={told?.withoutRun ?? []}
        />
        {results.length > 0 && <FindingList findings={report.findings} />}
      </div>
    </div>
  );
}
