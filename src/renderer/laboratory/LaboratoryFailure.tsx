import { say } from '../language/say';
import styles from './ExperimentView.module.css';
import { useLaboratory } from './laboratoryStore';

/** What was asked of the laboratory and could not be done. */
export function LaboratoryFailure() {
  const failure = useLaboratory((state) => state.failure);
  return failure === null ? null : (
    <p className={styles['failure']} role="alert">
      {say(failure.message)} {say(failure.advice)}
    </p>
  );
}
