import { useEffect, useMemo, useRef } from 'react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { Template } from '../../network/templates/template';
import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import { familyKey, oneOfEachFamily } from './depthFamilies';
import { TemplateDetail } from './detail/TemplateDetail';
import { computeFigures, useFigures } from './figuresStore';
import { galleryFilters, matchesSearch } from './filters';
import styles from './Gallery.module.css';
import { GalleryHeader } from './GalleryHeader';
import { GalleryHero } from './GalleryHero';
import { everything, useGallery } from './galleryStore';
import { findOffered, useOfferedTemplates } from './offeredTemplates';
import { TemplateCards } from './TemplateCards';
import { useGalleryFocus, useGalleryKeys } from './useGalleryKeys';

/** Known networks to start from, over the canvas: cards, and one of them in detail. */
export function Gallery() {
  const { filter, search, chosen, searchFor } = useGallery();
  const templates = useOfferedTemplates();
  const known = useFigures((state) => state.known);
  const reference = useDocument().training.dataset;
  const dataset = useMemo(() => datasetFacts(reference), [reference]);
  const filters = useMemo(() => galleryFilters(dataset, known), [dataset, known]);
  const searchBox = useRef<HTMLInputElement>(null);
  useEffect(computeFigures, []);
  useGalleryKeys(searchBox);
  useGalleryFocus();
  useEffect(() => () => searchFor(''), [searchFor]);

  const inFilter = filters.find(({ id }) => id === filter) ?? filters[0];
  const wanted = useMemo(() => (chosen === null ? undefined : findOffered(chosen)), [chosen]);
  const passes = (template: Template) =>
    (inFilter?.includes(template) ?? true) && matchesSearch(template, search);
  const kept = wanted !== undefined && passes(wanted) ? wanted : undefined;
  const shown = oneOfEachFamily(templates.filter(passes), kept);
  const template = shown.find(({ id }) => id === kept?.id) ?? shown[0];
  return (
    <section
      className={styles['gallery']}
      aria-label={t`Templates`}
      data-region="view"
      data-keeps-keys="true"
    >
      <div className={styles['centre']}>
        <GalleryHeader templates={templates} filters={filters} searchBox={searchBox} />
        <TemplateCards
          templates={shown}
          chosen={template?.id ?? null}
          lead={filter === everything && search === '' && <GalleryHero />}
        />
      </div>
      {template !== undefined && <TemplateDetail key={familyKey(template.id)} template={template} />}
    </section>
  );
}
