import { ToggleGroup } from 'radix-ui';
import type { RefObject } from 'react';
import type { Template } from '../../network/templates/template';
import { SearchBox } from '../controls/SearchBox';
import { say } from '../language/say';
import { t } from '../language/t';
import { oneOfEachFamily } from './depthFamilies';
import type { GalleryFilter } from './filters';
import styles from './GalleryHeader.module.css';
import { useGallery } from './galleryStore';

interface GalleryHeaderProps {
  templates: readonly Template[];
  filters: readonly GalleryFilter[];
  searchBox: RefObject<HTMLInputElement | null>;
}

/** Title, filters with their counts, and the search. */
export function GalleryHeader({ templates, filters, searchBox }: GalleryHeaderProps) {
  const { filter, search, filterBy, searchFor } = useGallery();
  const counted = filters
    .map(({ includes, ...rest }) => ({
      ...rest,
      count: oneOfEachFamily(templates.filter(includes), undefined).length,
    }))
    .filter(({ id, count }) => count > 0 || id === filter);
  return (
    <header className={styles['header']}>
      <h2>{t`Templates`}</h2>
      <ToggleGroup.Root
        className={styles['filters']}
        type="single"
        value={filter}
        onValueChange={(chosen) => chosen !== '' && filterBy(chosen)}
        aria-label={t`Show`}
      >
        {counted.map(({ id, label, count }) => (
          <ToggleGroup.Item key={id} value={id} className={styles['filter']}>
            {say(label)} <span>{count}</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <SearchBox
        label={t`Search templates`}
        value={search}
        box={searchBox}
        className={styles['search']}
        onChange={searchFor}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || search === '') return;
          event.preventDefault();
          searchFor('');
        }}
      />
    </header>
  );
}
