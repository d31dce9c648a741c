import { useEffect } from 'react';
import { findTemplate } from '../../network/templates/templates';
import { formatCount } from '../format/numbers';
import { TemplateArt } from '../gallery/art/TemplateArt';
import { hurryFigures, useFigures } from '../gallery/figuresStore';
import { openFromGallery } from '../gallery/galleryActions';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './StoryCards.module.css';
import { storyChapters } from './storyTemplates';

/** The networks of the lectures in their order; a click opens one. */
export function StoryCards() {
  const known = useFigures((state) => state.known);
  useEffect(() => {
    for (const { template } of storyChapters()) {
      const found = findTemplate(template);
      if (found !== undefined) hurryFigures(found);
    }
  }, []);
  return (
    <ol className={styles['cards']}>
      {storyChapters().map(({ template: id, line }) => {
        const template = findTemplate(id);
        const figures = known.get(id);
        if (template === undefined) return null;
        return (
          <li key={id}>
            <button type="button" className={styles['card']} onClick={() => openFromGallery(id)}>
              <span className={styles['art']}>
                {figures !== undefined && (
                  <TemplateArt silhouette={figures.silhouette} width={222} height={92} />
                )}
              </span>
              <span className={styles['title']}>
                <b>{say(template.name)}</b>
                <span>{template.year}</span>
              </span>
              <span className={styles['line']}>{line}</span>
              <span className={styles['facts']}>
                {figures === undefined
                  ? ' '
                  : t`${figures.layers} layers, ${formatCount(figures.parameters)} params`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
