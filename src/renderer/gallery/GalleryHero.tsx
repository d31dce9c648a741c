import { useEffect } from 'react';
import { findTemplate } from '../../network/templates/templates';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { VanishingHero } from '../vanishing/VanishingHero';
import { FlowArt } from './art/FlowArt';
import { hurryFigures, useFigures } from './figuresStore';
import styles from './GalleryHero.module.css';

const plain = 'plain-20-cifar';
const residual = 'resnet-20-cifar';
/** Size of each drawing in px; a narrow gallery shrinks it. */
const art = { width: 256, height: 92 } as const;

/** Before the templates: the experiment that they are for, a network that loses its gradient beside one that keeps it. */
export function GalleryHero() {
  const known = useFigures((state) => state.known);
  const [before, after] = [known.get(plain), known.get(residual)];
  useEffect(() => {
    for (const template of [plain, residual].map(findTemplate))
      if (template !== undefined) hurryFigures(template);
  }, []);
  return (
    <VanishingHero
      heading="h3"
      title={t`Watch depth break, then fix it`}
      text={t`20 plain layers learn handwritten digits, and the first of them get no gradient. Then train them beside a twin whose only difference is 9 shortcuts.`}
    >
      <figure className={styles['side']}>
        {before !== undefined && <FlowArt silhouette={before.silhouette} flow="falling" {...art} />}
        <figcaption>{rich`${<b>{t`Plain-20`}</b>} no shortcuts: conv1 is starved`}</figcaption>
      </figure>
      <figure className={styles['side']}>
        {after !== undefined && <FlowArt silhouette={after.silhouette} flow="even" {...art} />}
        <figcaption>{rich`${<b>{t`ResNet-20`}</b>} 9 shortcuts: every layer learns`}</figcaption>
      </figure>
    </VanishingHero>
  );
}
