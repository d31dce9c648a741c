import { ChevronDown, ChevronRight } from 'lucide-react';
import { say } from '../language/say';
import { useFoldedSections } from './foldedSections';
import styles from './LayerSection.module.css';
import { PaletteItem } from './PaletteItem';
import type { PaletteSection } from './paletteSections';

interface LayerSectionProps extends PaletteSection {
  /** Whether something is searched for, which is shown wherever it is. */
  searched: boolean;
}

/** The layers of one category, which fold up under its heading. */
export function LayerSection({ category, kinds, searched }: LayerSectionProps) {
  const folded = useFoldedSections((state) => state.folded.has(category)) && !searched;
  const Mark = folded ? ChevronRight : ChevronDown;
  return (
    <section aria-label={say(category)}>
      <h3>
        <button
          type="button"
          className={styles['heading']}
          aria-expanded={!folded}
          disabled={searched}
          onClick={() => useFoldedSections.getState().toggle(category)}
        >
          <Mark size={12} aria-hidden="true" />
          {say(category)}
          {folded && (
            <span className={styles['count']} aria-hidden="true">
              {kinds.length}
            </span>
          )}
        </button>
      </h3>
      {!folded && (
        <ul>
          {kinds.map((kind) => (
            <li key={kind.kind}>
              <PaletteItem kind={kind} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
