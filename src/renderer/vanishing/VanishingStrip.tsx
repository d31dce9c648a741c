import { rich } from '../language/rich';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { ProfileSketch } from './ProfileSketch';
import styles from './VanishingStrip.module.css';
import { watchVanishing } from './watchVanishing';

/** In the gallery: the experiment in one line. */
export function VanishingStrip() {
  return (
    <div className={styles['strip']}>
      <ProfileSketch />
      <p>
        {rich`${<b>{t`See where a gradient gets lost`}</b>} 20 plain layers learn handwritten digits, and some of them get no gradient.`}
      </p>
      <FramedButton onClick={() => void watchVanishing()}>{t`Watch a gradient vanish`}</FramedButton>
    </div>
  );
}
