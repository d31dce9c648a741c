import { useLeavingView } from '../editor/useLeavingView';
import { ExperimentEditor } from './ExperimentEditor';
import { ExperimentList } from './ExperimentList';
import { ExperimentView } from './ExperimentView';
import styles from './Laboratory.module.css';
import { useLaboratory } from './laboratoryStore';
import { useShownExperiment } from './shownExperiment';

/** Experiments of many runs, over the canvas: which there are, and one of them with what it shows. */
export function Laboratory() {
  const draft = useLaboratory((state) => state.draft);
  const experiment = useShownExperiment();
  useLeavingView(useLaboratory.getState().close);
  return (
    <section className={styles['laboratory']} aria-label="Laboratory" data-keeps-keys="true">
      <ExperimentList />
      {draft === null ? (
        <ExperimentView key={experiment.id} experiment={experiment} />
      ) : (
        <ExperimentEditor draft={draft} />
      )}
    </section>
  );
}
