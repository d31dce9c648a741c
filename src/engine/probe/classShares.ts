import type { LoadedDataset } from '../data/dataset';

/** Shares, 0…1, of the largest and the smallest class among the training images. */
export function classShares({ training, facts }: LoadedDataset): {
  readonly largestClassShare: number;
  readonly smallestClassShare: number;
} {
  const counts = new Array<number>(facts.classes).fill(0);
  for (const label of training.labels) counts[label] = (counts[label] ?? 0) + 1;
  const share = (count: number) => count / Math.max(1, training.count);
  return { largestClassShare: share(Math.max(...counts)), smallestClassShare: share(Math.min(...counts)) };
}
