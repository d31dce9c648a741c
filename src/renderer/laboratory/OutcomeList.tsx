import type { Outcome } from '../../network/laboratory/judgeExpectation';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ExperimentView.module.css';

const words: Readonly<Record<Outcome['outcome'], string>> = {
  seen: 'Seen',
  opposite: 'The opposite',
  'not seen': 'Not seen',
  'not measured': 'Not measured',
};

/** What is published, and whether these numbers show it. */
export function OutcomeList({ outcomes }: { outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <ul className={styles['outcomes']} aria-label={t`Published effects`}>
      {outcomes.map(({ effect, outcome, evidence }) => (
        <li key={effect}>
          <span className={styles['outcome']} data-outcome={outcome}>
            {say(words[outcome])}
          </span>
          <span>
            <b>{effect}.</b> {say(evidence)}
          </span>
        </li>
      ))}
    </ul>
  );
}
