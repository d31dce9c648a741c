import { t } from '../language/t';
import styles from './Chart.module.css';
import { trainingColour, validationColour } from './chartLook';

/** What the line and the dots of a curve are. */
export function CurveKey() {
  return (
    <>
      <span className={styles['key']}>
        <svg width="14" height="8" aria-hidden="true">
          <path d="M1 4H13" stroke={trainingColour} strokeWidth="2.25" strokeLinecap="round" />
        </svg>
        {t`training`}
      </span>
      <span className={styles['key']}>
        <svg width="8" height="8" aria-hidden="true">
          <circle cx="4" cy="4" r="3.5" fill={validationColour} />
        </svg>
        {t`validation`}
      </span>
    </>
  );
}
