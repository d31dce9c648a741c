import { X } from 'lucide-react';
import { ToolButton } from '../controls/ToolButton';
import { isUntouched, useEditor } from '../editor/editorStore';
import { useRun } from '../training/runStore';
import { ProfileSketch } from './ProfileSketch';
import styles from './VanishingOfferCard.module.css';
import { useVanishingOffer } from './vanishingOffer';
import { watchVanishing } from './watchVanishing';

/** On a first start, over the canvas: the experiment that Layerwise is for, at one click. */
export function VanishingOfferCard() {
  const untouched = useEditor(isUntouched);
  const idle = useRun(({ status }) => status === 'idle');
  const { declined, decline } = useVanishingOffer();
  if (!untouched || !idle || declined) return null;
  const take = (): void => {
    decline();
    void watchVanishing();
  };
  return (
    <section className={styles['card']} aria-labelledby="vanishing-offer">
      <ProfileSketch />
      <div className={styles['words']}>
        <h2 id="vanishing-offer">See where a gradient gets lost</h2>
        <p>
          20 plain layers learn handwritten digits: within seconds you see which of them get no gradient, and
          why.
        </p>
      </div>
      <button type="button" className={styles['start']} onClick={take}>
        Watch a gradient vanish
      </button>
      <ToolButton icon className={styles['close']} aria-label="Don’t offer this again" onClick={decline}>
        <X size={14} aria-hidden="true" />
      </ToolButton>
    </section>
  );
}
