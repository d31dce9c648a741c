import type { Catalog } from './catalog';

const areas = import.meta.glob<Catalog>('./ko/*.json', { eager: true, import: 'default' });

/** All Korean texts: one file for each area of the program, so that work on two areas never meets. */
export const korean: Catalog = Object.assign({}, ...Object.values(areas));
