import { Activity, X } from 'lucide-react';
import { useCardQuantity } from '../canvas/colourBy';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import styles from './Probe.module.css';
import { useProbeOffer } from './probeReadiness';
import { useProbe } from './probeStore';

/** Offers to look at the gradient of a deep network before it is trained. Its parent must be positioned. */
export function ProbeOffer() {
  const depth = useProbeOffer();
  const { probing, probe, decline } = useProbe();
  const legend = useCardQuantity() !== null;
  if (depth === null) return null;
  return (
    <section className={styles['offer']} data-raised={legend} aria-label={t`Probe the gradient`}>
      <p>
        <b>{t`Does the gradient reach the first of ${depth} layers?`}</b>
        <span>{t`A second or two; nothing is trained.`}</span>
      </p>
      <button type="button" className={styles['probe']} aria-disabled={probing} onClick={probe}>
        <Activity size={14} aria-hidden="true" />
        {probing ? t`Probing…` : t`Probe the gradient`}
      </button>
      <ToolButton icon aria-label={t`Dismiss`} onClick={decline}>
        <X size={14} aria-hidden="true" />
      </ToolButton>
    </section>
  );
}
