import { Activity } from 'lucide-react';
import overlay from '../canvas/Overlay.module.css';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import styles from './Probe.module.css';
import { useProbeObstacle } from './probeReadiness';
import { useProbe } from './probeStore';

/** Looks at the gradient before anything is trained. */
export function ProbeButton() {
  const { probing, probe } = useProbe();
  const obstacle = useProbeObstacle();
  const text = obstacle ?? t`Measure the gradient at the first weights; nothing is trained`;
  return (
    <div className={overlay['glass']}>
      <Hint text={text} side="bottom">
        <ToolButton
          className={styles['tool']}
          aria-disabled={obstacle !== null || probing}
          onClick={obstacle === null ? probe : undefined}
        >
          <Activity size={14} aria-hidden="true" />
          <span>{probing ? t`Probing…` : t`Probe`}</span>
        </ToolButton>
      </Hint>
    </div>
  );
}
