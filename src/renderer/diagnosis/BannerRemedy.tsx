import { Wrench } from 'lucide-react';
import type { Verdict } from '../../network/health/healthVerdict';
import styles from './AppliedRemedy.module.css';
import { compareRemedy } from './remedyActions';

/** The first remedy of a verdict at one click: a copy with it is trained beside the network as it is. */
export function BannerRemedy({ verdict }: { verdict: Verdict }) {
  const [remedy] = verdict.remedies;
  if (remedy === undefined) return null;
  return (
    <button
      type="button"
      className={styles['train']}
      title={remedy.expectation}
      onClick={() => void compareRemedy({ verdict, remedy })}
    >
      <Wrench size={13} aria-hidden="true" />
      {remedy.title} and compare
    </button>
  );
}
