import { t } from '../language/t';
import { useLesson } from '../lesson/lessonStore';
import { watchVanishing } from '../vanishing/watchVanishing';
import { useOpenView } from '../views/openView';
import { FallingBars } from './FallingBars';
import styles from './StartHero.module.css';

/** The experiment that Layerwise is for, and the lesson about it. */
export function StartHero() {
  const learn = (): void => {
    useOpenView.getState().close();
    useLesson.getState().start();
  };
  return (
    <section className={styles['hero']} aria-labelledby="start-hero">
      <div className={styles['words']}>
        <h2 id="start-hero">{t`See where a gradient gets lost`}</h2>
        <p>
          {t`Twenty plain layers learn handwritten digits. Within seconds you see which of them get no gradient, and why; then you cure it.`}
        </p>
        <div className={styles['buttons']}>
          <button type="button" className={styles['primary']} onClick={() => void watchVanishing()}>
            {t`Watch a gradient vanish`}
          </button>
          <button type="button" className={styles['plain']} onClick={learn}>
            {t`Take the lesson, five minutes`}
          </button>
        </div>
      </div>
      <FallingBars />
    </section>
  );
}
