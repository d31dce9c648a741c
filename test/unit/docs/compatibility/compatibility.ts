import type { NetworkDocument } from '../../../../src/network/graph/document';

/** How well a layer is had in another form. Approximate and no say why, in sentences. */
export interface Compatibility {
  readonly level: 'exact' | 'approximate' | 'no';
  readonly reasons: readonly string[];
}

export const exact: Compatibility = { level: 'exact', reasons: [] };

/** What is known of one way for networks to leave, or to leave and come back. */
export interface CompatibilityColumn {
  readonly heading: string;
  /** How the layer `layer` of a network is had. */
  of(document: NetworkDocument): Promise<Compatibility>;
}

/** One of a layer in several settings: what holds of all is exact or no, else it is approximate. */
export function together(found: readonly Compatibility[]): Compatibility {
  const levels = new Set(found.map(({ level }) => level));
  const [level = 'exact'] = levels;
  const reasons = [...new Set(found.flatMap((one) => one.reasons))];
  return { level: levels.size > 1 ? 'approximate' : level, reasons };
}
