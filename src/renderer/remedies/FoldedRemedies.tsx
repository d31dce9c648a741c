import { Wrench } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../network/analysis/analysis';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import styles from './FoldedRemedies.module.css';
import { RemedyButtons } from './RemedyButtons';

/**
 * Remedies that come at a click. They take a moment to find, and what stands below must not move away from under the
 * pointer by itself.
 */
export function FoldedRemedies({ problem }: { problem: Problem }) {
  const [opened, setOpened] = useState<Problem | null>(null);
  const locked = useEditor((state) => state.structureLocked);
  if (locked) return null;
  if (opened === problem) return <RemedyButtons problem={problem} whenNone={t`No single edit solves it.`} />;
  return (
    <button type="button" className={styles['fold']} aria-expanded={false} onClick={() => setOpened(problem)}>
      <Wrench size={12} aria-hidden="true" />
      {t`Ways to solve it`}
    </button>
  );
}
