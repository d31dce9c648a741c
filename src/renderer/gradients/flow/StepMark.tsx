import type { StepRange } from '../../charts/stepRange';
import { useStepView } from '../../charts/stepView';
import styles from './TimeChart.module.css';

/** The crosshair that all charts over steps share, over one that is not drawn in SVG. */
export function StepMark({ range: { first, last } }: { range: StepRange }) {
  const pointed = useStepView((state) => state.pointed);
  if (pointed === null || pointed < first || pointed > last) return null;
  return (
    <div className={styles['crosshair']} style={{ left: `${(100 * (pointed - first)) / (last - first)}%` }} />
  );
}
