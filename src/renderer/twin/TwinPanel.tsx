import { GitCompareArrows } from 'lucide-react';
import { listText } from '../format/lists';
import inspector from '../inspector/Inspector.module.css';
import { InspectorHeader } from '../inspector/InspectorHeader';
import { Section } from '../inspector/Section';
import { t } from '../language/t';
import { QuantityScale } from '../quantities/QuantityScale';
import { quantities } from '../quantities/quantities';
import { describePhase } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { TwinDifferences, TwinFacts } from './TwinFacts';
import styles from './TwinPanel.module.css';
import { TwinTables } from './TwinTables';
import { type Twin, useTwinRun } from './twinStore';
import { useTwinView } from './useTwinView';

/** What is known of two networks that are compared: in what they differ, how they did, and what they have in common. */
export function TwinPanel({ twin }: { twin: Twin }) {
  const view = useTwinView();
  const document = useRun((state) => state.run?.document ?? null);
  const phases = [
    useRun((state) => describePhase(state.phase)),
    useTwinRun((state) => describePhase(state.phase)),
  ];
  return (
    <aside className={inspector['inspector']} aria-label={t`Twin run`} data-region="inspector">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and the keyboard is to scroll it. */}
      <div className={inspector['content']} tabIndex={0}>
        <InspectorHeader
          badge={
            <span className={styles['badge']}>
              <GitCompareArrows size={18} aria-hidden="true" />
            </span>
          }
          title={t`Twin run`}
          subtitle={listText([...new Set(phases)])}
          deletes={null}
        />
        {document !== null && <TwinDifferences document={document} twin={twin.document} />}
        {view !== null && <TwinTables view={view} />}
        {document !== null && <TwinFacts document={document} twin={twin.document} />}
        <Section title={t`Colour`}>
          <div className={styles['scale']} title={t`log₁₀ ‖∂L/∂a‖`}>
            <QuantityScale quantity={quantities.gradient} />
          </div>
          <p className={styles['note']}>{t`One scale for both networks.`}</p>
        </Section>
      </div>
    </aside>
  );
}
