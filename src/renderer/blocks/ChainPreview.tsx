import { useAnalysis } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ChainDialog.module.css';
import type { PlannedChain } from './plannedChain';

/** The blocks of a chain with the shapes that leave them, and what it costs; or why it can't be made. */
export function ChainPreview({ planned }: { planned: PlannedChain }) {
  const { totals } = useAnalysis();
  if ('problem' in planned)
    return (
      <p className={styles['refusal']} role="status">
        <strong>{say(planned.problem.message)}</strong> {say(planned.problem.advice)}
      </p>
    );
  const added = planned.trainable - totals.trainable;
  return (
    <div className={styles['outcome']} role="status">
      <ol aria-label={t`Shapes along the chain`}>
        {planned.links.map(({ id, label, shape }) => (
          <li key={id}>
            <span>{label}</span>
            <span className={styles['shape']}>{shape ?? '?'}</span>
          </li>
        ))}
      </ol>
      <p>{t`+${formatInteger(added)} parameters: ${formatInteger(planned.trainable)} in all.`}</p>
    </div>
  );
}
