import { useEffect } from 'react';
import { t } from '../language/t';
import { useLeavingByEscape } from '../views/useLeavingByEscape';
import { ExperimentEditor } from './ExperimentEditor';
import { ExperimentList } from './ExperimentList';
import { ExperimentView } from './ExperimentView';
import styles from './Laboratory.module.css';
import { useLaboratory } from './laboratoryStore';
import { useShownDraft, useShownExperiment } from './shownExperiment';

/** Experiments of many runs, over the canvas: which there are, and one of them with what it shows. */
export function Laboratory() {
  const draft = useShownDraft();
  const experiment = useShownExperiment();
  useLeavingByEscape();
  useEffect(() => useLaboratory.getState().refresh(), []);
  return (
    <section className={styles['laboratory']} aria-label={t`Laboratory`} data-keeps-keys="true">
      <ExperimentList />
      {draft === null ? (
        <ExperimentView key={experiment.id} experiment={experiment} />
      ) : (
        <ExperimentEditor key={draft.id} draft={draft} />
      )}
    </section>
  );
}
