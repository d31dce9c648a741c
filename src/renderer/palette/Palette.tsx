import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { layerKinds } from '../../network/layers/registry';
import { SearchBox } from '../controls/SearchBox';
import { appendLayer } from '../editor/layerActions';
import { t } from '../language/t';
import { LayerSection } from './LayerSection';
import { onSearchRequest } from './layerSearch';
import { OwnBlocksSection } from './OwnBlocksSection';
import styles from './Palette.module.css';
import { paletteSections } from './paletteSections';

/** All layer kinds by category: drag one to the canvas, or double-click to append it. */
export function Palette() {
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const sections = useMemo(() => paletteSections(layerKinds, search), [search]);

  useEffect(
    () =>
      onSearchRequest(() => {
        input.current?.focus();
        input.current?.select();
      }),
    [],
  );

  const handleKey = (event: KeyboardEvent) => {
    const first = sections[0]?.kinds[0];
    if (event.key === 'Enter' && search !== '' && first !== undefined) appendLayer(first.kind);
    if (event.key !== 'Escape') return;
    if (search === '') input.current?.blur();
    setSearch('');
  };

  return (
    <aside className={styles['palette']} aria-label={t`Layers`} data-region="layers">
      <h2 className={styles['title']}>{t`Layers`}</h2>
      <SearchBox
        label={t`Search layers`}
        value={search}
        box={input}
        className={styles['search']}
        onChange={setSearch}
        onKeyDown={handleKey}
      />
      <div className={styles['list']}>
        <OwnBlocksSection search={search} />
        {sections.map((section) => (
          <LayerSection key={section.category} {...section} searched={search !== ''} />
        ))}
        {sections.length === 0 && (
          <p
            className={styles['empty']}
          >{t`No layer is called “${search}”. Try “conv”, “pool” or “norm”.`}</p>
        )}
      </div>
      <p className={styles['tip']}>{t`Drag, or double-click to append`}</p>
    </aside>
  );
}
