import { Wrench } from 'lucide-react';
import type { Verdict } from '../../network/health/healthVerdict';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './AppliedRemedy.module.css';
import { isComparable } from './comparable';
import { applyRemedy, compareRemedy } from './remedyActions';

/**
 * The first remedy of a verdict at one click: where that is fair, a copy with it is trained beside the network as it is;
 * otherwise it is made.
 */
export function BannerRemedy({ verdict }: { verdict: Verdict }) {
  const [remedy] = verdict.remedies;
  if (remedy === undefined) return null;
  const comparable = isComparable(remedy);
  return (
    <button
      type="button"
      className={styles['train']}
      title={say(remedy.expectation)}
      onClick={() => void (comparable ? compareRemedy : applyRemedy)({ verdict, remedy })}
    >
      <Wrench size={13} aria-hidden="true" />
      {comparable ? t`${say(remedy.title)} and compare` : say(remedy.title)}
    </button>
  );
}
