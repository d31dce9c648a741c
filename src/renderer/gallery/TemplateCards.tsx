import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Template } from '../../network/templates/template';
import { t } from '../language/t';
import { familyKey } from './depthFamilies';
import { useGallery } from './galleryStore';
import { KeepCard } from './KeepCard';
import { TemplateCard } from './TemplateCard';
import styles from './TemplateCards.module.css';

interface TemplateCardsProps {
  templates: readonly Template[];
  chosen: string | null;
  /** What stands before them, and scrolls with them. */
  lead: ReactNode;
}

/** The cards. Arrows go from one to the next, Enter opens. */
export function TemplateCards({ templates, chosen, lead }: TemplateCardsProps) {
  const { search, choose } = useGallery();
  const list = useRef<HTMLDivElement>(null);

  const handleKey = (event: KeyboardEvent) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const { activeElement } = document;
    const current = activeElement instanceof HTMLElement ? cards.indexOf(activeElement) : -1;
    const next = current === -1 ? undefined : cards[target(event.key, cards, current)];
    const template = templates.find(({ id }) => id === next?.dataset['template']);
    if (template === undefined || next === undefined) return;
    event.preventDefault();
    choose(template.id);
    next.focus();
  };

  return (
    <div className={styles['scroll']}>
      {lead}
      <div className={styles['cards']}>
        <div
          ref={list}
          className={styles['list']}
          role="listbox"
          aria-label={t`Templates`}
          tabIndex={-1}
          onKeyDown={handleKey}
        >
          {templates.map((template) => (
            <TemplateCard key={familyKey(template.id)} template={template} chosen={template.id === chosen} />
          ))}
        </div>
        {search === '' && <KeepCard />}
      </div>
      {templates.length === 0 && (
        <p className={styles['empty']}>
          {t`No template here matches “${search}”. Try “ResNet”, “CIFAR” or a year, or another tab.`}
        </p>
      )}
    </div>
  );
}

/** Index of the card that a key leads to; −1 where the key leads nowhere. */
function target(key: string, cards: readonly HTMLElement[], current: number): number {
  const top = cards[0]?.offsetTop;
  const columns = Math.max(1, cards.filter(({ offsetTop }) => offsetTop === top).length);
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return current + steps[key];
    case 'Home':
      return 0;
    case 'End':
      return cards.length - 1;
    default:
      return -1;
  }
}
