import { type ReactNode, useId } from 'react';
import { t } from '../language/t';
import { useLesson } from '../lesson/lessonStore';
import { useOpenView } from '../views/openView';
import styles from './VanishingHero.module.css';
import { watchVanishing } from './watchVanishing';

interface VanishingHeroProps {
  heading: 'h2' | 'h3';
  title: string;
  text: string;
  /** The drawing beside the words. */
  children: ReactNode;
}

/** What a view begins with: the experiment that Layerwise is for, and the lesson about it. */
export function VanishingHero({ heading: Heading, title, text, children }: VanishingHeroProps) {
  const heading = useId();
  const learn = (): void => {
    useOpenView.getState().close();
    useLesson.getState().start();
  };
  return (
    <section className={styles['hero']} aria-labelledby={heading}>
      <div className={styles['words']}>
        <Heading id={heading}>{title}</Heading>
        <p>{text}</p>
        <div className={styles['buttons']}>
          <button type="button" className={styles['watch']} onClick={() => void watchVanishing()}>
            {t`Watch a gradient vanish`}
          </button>
          <button type="button" className={styles['learn']} onClick={learn}>
            {t`Take the lesson, five minutes`}
          </button>
        </div>
      </div>
      {children}
    </section>
  );
}
