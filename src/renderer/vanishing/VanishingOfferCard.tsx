import { X } from 'lucide-react';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { isUntouched, useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { useLesson } from '../lesson/lessonStore';
import { startScreenSetting } from '../settings/groups/starting';
import { useSetting } from '../settings/settingsStore';
import { FramedButton } from '../training/FramedButton';
import { useRun } from '../training/runStore';
import { ProfileSketch } from './ProfileSketch';
import styles from './VanishingOfferCard.module.css';
import { useVanishingOffer } from './vanishingOffer';
import { watchVanishing } from './watchVanishing';

/** On a first start without the start screen, which offers the same, over the canvas: the experiment that Layerwise is for, at one click. */
export function VanishingOfferCard() {
  const untouched = useEditor(isUntouched);
  const idle = useRun(({ status }) => status === 'idle');
  const { declined, decline } = useVanishingOffer();
  const learning = useLesson((state) => state.open);
  const offeredAtStart = useSetting(startScreenSetting);
  // Beside the open dock, which offers it too, the card would lie on the network.
  const charts = useDock(({ collapsed }) => !collapsed);
  if (offeredAtStart || charts || !untouched || !idle || declined || learning) return null;
  const take = (): void => {
    decline();
    void watchVanishing();
  };
  const learn = (): void => {
    decline();
    useLesson.getState().start();
  };
  return (
    <section className={styles['card']} aria-labelledby="vanishing-offer">
      <ProfileSketch />
      <div className={styles['words']}>
        <h2 id="vanishing-offer">{t`See where a gradient gets lost`}</h2>
        <p>
          {t`20 plain layers learn handwritten digits: within seconds you see which of them get no gradient, and why.`}
        </p>
      </div>
      <div className={styles['buttons']}>
        <button type="button" className={styles['start']} onClick={take}>
          {t`Watch a gradient vanish`}
        </button>
        <FramedButton onClick={learn}>{t`Take the lesson, five minutes`}</FramedButton>
      </div>
      <ToolButton icon className={styles['close']} aria-label={t`Don’t offer this again`} onClick={decline}>
        <X size={14} aria-hidden="true" />
      </ToolButton>
    </section>
  );
}
