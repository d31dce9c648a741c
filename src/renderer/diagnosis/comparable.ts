import type { HealthRemedy, RemedyId } from '../../network/health/healthVerdict';

/** What changes the images that a network sees: a twin is shown the same images, and would have no remedy. */
const changesImages: ReadonlySet<RemedyId> = new Set<RemedyId>(['normalise-input', 'augment']);

/** Whether a network with a remedy can be trained beside the one without it on equal terms. */
export function isComparable({ id }: Pick<HealthRemedy, 'id'>): boolean {
  return !changesImages.has(id);
}
