import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Template } from '../../network/templates/template';
import { formatCount } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { TemplateArt } from './art/TemplateArt';
import type { TemplateFigures } from './figures';
import { hurryFigures, useFigures } from './figuresStore';
import { openFromGallery } from './galleryActions';
import { useGallery } from './galleryStore';
import styles from './TemplateCard.module.css';

/** Size of the art in px; a narrow card shrinks it. */
const art = { width: 222, height: 104 } as const;

/** A template as it is offered: its silhouette, name, year, and what it costs. */
export function TemplateCard({ template, chosen }: { template: Template; chosen: boolean }) {
  const { id, name, year } = template;
  const figures = useFigures(({ known }) => known.get(id));
  const card = useRef<HTMLDivElement>(null);
  const seen = useSeen(card, template);
  return (
    <div
      ref={card}
      className={styles['card']}
      role="option"
      aria-selected={chosen}
      aria-label={describeTemplate(template, figures)}
      tabIndex={chosen ? 0 : -1}
      data-template={id}
      onClick={() => useGallery.getState().choose(id)}
      onDoubleClick={() => openFromGallery(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // Else the same key would answer the question about unsaved changes.
        event.preventDefault();
        openFromGallery(id);
      }}
    >
      <div className={styles['art']}>
        {seen && figures !== undefined && <TemplateArt silhouette={figures.silhouette} {...art} />}
      </div>
      <div className={styles['title']}>
        <span>{say(name)}</span>
        <span className={styles['year']}>{year}</span>
      </div>
      <dl className={styles['facts']}>
        <Fact name={t`layers`} value={figures && String(figures.layers)} />
        <Fact name={t`params`} value={figures && formatCount(figures.parameters)} />
        <Fact name={t`MACs`} value={figures && formatCount(figures.macs)} />
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  return (
    <div>
      <dd>{value ?? <span className={styles['unknown']} />}</dd>
      <dt>{name}</dt>
    </div>
  );
}

function describeTemplate({ name, year }: Template, figures: TemplateFigures | undefined): string {
  if (figures === undefined) return `${say(name)}, ${year}`;
  const { layers, parameters, macs } = figures;
  return t`${say(name)}, ${year}, ${layers} layers, ${formatCount(parameters)} parameters, ${formatCount(macs)} multiply-adds`;
}

/** Whether the card has been in view, for which its art and figures wait. */
function useSeen(card: RefObject<HTMLDivElement | null>, template: Template): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (card.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        hurryFigures(template);
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: '120px' },
    );
    observer.observe(card.current);
    return () => observer.disconnect();
  }, [card, template]);
  return seen;
}
