import { Wrench } from 'lucide-react';
import type { Verdict } from '../../network/health/healthVerdict';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './RemedyList.module.css';
import { applyRemedy } from './remedyActions';
import { useRemedy } from './remedyStore';

/** A verdict's remedies, each with what to expect of it; a click makes the edit. */
export function RemedyList({ verdict }: { verdict: Verdict }) {
  const stopping = useRemedy(({ progress }) => progress.stage === 'stopping');
  return (
    <ul className={styles['remedies']} aria-label={t`What helps against: ${say(verdict.title)}`}>
      {verdict.remedies.map((remedy) => (
        <li key={remedy.id}>
          <FramedButton disabled={stopping} onClick={() => void applyRemedy({ verdict, remedy })}>
            <Wrench size={12} aria-hidden="true" />
            {say(remedy.title)}
          </FramedButton>
          <p>{say(remedy.expectation)}</p>
        </li>
      ))}
    </ul>
  );
}
