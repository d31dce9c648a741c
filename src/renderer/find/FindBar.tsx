import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import overlay from '../canvas/Overlay.module.css';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import styles from './FindBar.module.css';
import { closeFind, findNext, searchFor } from './findActions';
import { useFind } from './findStore';
import { useFoundLayers } from './foundLayers';

/** Finds layers by part of a name, a kind, a setting or a block, and goes from one to the next. */
export function FindBar() {
  const open = useFind((state) => state.open);
  return open ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const { search, current, asked } = useFind();
  const found = useFoundLayers();
  const box = useRef<HTMLInputElement>(null);
  const [nextKeys, previousKeys] = [useKeysText('go.findNext'), useKeysText('go.findPrevious')];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request leads back into the box
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [asked]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') findNext(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className={`${overlay['glass']} ${styles['bar']} nowheel nodrag nopan`}>
      <Search size={14} aria-hidden="true" />
      <input
        ref={box}
        value={search}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={handleKey}
        placeholder={t`Name, kind, 3×3, stride 2, stage 2`}
        aria-label={t`Find a layer`}
      />
      <output className={styles['count']} data-none={search.trim() !== '' && found.length === 0}>
        {countText(search, found, current)}
      </output>
      <Hint text={t`The one before`} keys={previousKeys}>
        <ToolButton icon aria-label={t`The one before`} onClick={() => findNext(-1)}>
          <ChevronUp size={15} aria-hidden="true" />
        </ToolButton>
      </Hint>
      <Hint text={t`The next one`} keys={nextKeys}>
        <ToolButton icon aria-label={t`The next one`} onClick={() => findNext(1)}>
          <ChevronDown size={15} aria-hidden="true" />
        </ToolButton>
      </Hint>
      <Hint text={t`Close the search`} keys="Esc">
        <ToolButton icon aria-label={t`Close the search`} onClick={closeFind}>
          <X size={14} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </search>
  );
}

function countText(search: string, found: readonly string[], current: string | null): string {
  if (search.trim() === '') return '';
  if (found.length === 0) return t`No such layer`;
  const place = found.indexOf(current ?? '');
  return place < 0 ? t`${found.length} found` : t`${place + 1} of ${found.length}`;
}
