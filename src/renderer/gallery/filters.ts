import type { DatasetFacts } from '../../network/datasets/datasetFacts';
import { equalShapes } from '../../network/layers/shape';
import type { Template, TemplateFamily } from '../../network/templates/template';
import { t } from '../language/t';
import type { TemplateFigures } from './figures';
import { everything } from './galleryStore';
import { isOwn } from './ownTemplates';

/** A tab over the cards. */
export interface GalleryFilter {
  readonly id: string;
  readonly label: string;
  readonly includes: (template: Template) => boolean;
}

/** The tabs; the last one holds what takes the project's images as they are. */
export function galleryFilters(
  dataset: DatasetFacts,
  known: ReadonlyMap<string, TemplateFigures>,
): readonly GalleryFilter[] {
  const family = (name: TemplateFamily) => (template: Template) =>
    template.family === name && !isOwn(template);
  const fits = ({ id }: Template) => {
    const shape = known.get(id)?.inputShape ?? null;
    return shape !== null && equalShapes(shape, dataset.imageShape);
  };
  return [
    { id: everything, label: t`All`, includes: () => true },
    { id: 'classics', label: t`Classics`, includes: family('classic') },
    { id: 'residual', label: t`Plain and residual`, includes: family('plain and residual') },
    { id: 'variants', label: t`Residual variants`, includes: family('residual variant') },
    { id: 'inception', label: t`Inception`, includes: family('inception') },
    { id: 'own', label: t`Yours`, includes: isOwn },
    { id: 'fits', label: t`Fits ${dataset.imageShape.slice(0, 2).join('×')}`, includes: fits },
  ];
}

/** Whether every word of a search is somewhere in a template's name, id, year or paper. */
export function matchesSearch(template: Template, search: string): boolean {
  const { id, name, year, paper } = template;
  const text = [id, name, year, paper].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
