import type { Histogram } from '../../protocol/inspectionMessages';
import { sampleAfterKey } from '../gradients/flow/scrubberKeys';
import { barsHeight, commonAxis, pastGap, pastHeight } from './paintHistogram';

/** What of a histogram is read. */
export interface HistogramPlace {
  /** Along the axis that all moments share, 0…1. */
  readonly share: number;
  /** How many moments before the latest. */
  readonly ago: number;
}

/** The bin of a moment that a place is in. */
export interface ReadBin {
  readonly from: number;
  readonly to: number;
  /** Values in it; null where the moment has no bins there. */
  readonly count: number | null;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The moment that a place is about; `moments` are in ascending order of time, and there is at least one. */
export function momentAt(moments: readonly Histogram[], { ago }: HistogramPlace): Histogram | undefined {
  return moments[Math.max(0, moments.length - 1 - ago)];
}

/** What lies at a place; null where there are no moments. */
export function binAt(moments: readonly Histogram[], place: HistogramPlace): ReadBin | null {
  const moment = momentAt(moments, place);
  if (moment === undefined) return null;
  const { low, high } = commonAxis(moments);
  const value = low + place.share * (high - low);
  const width = (moment.high - moment.low) / moment.counts.length;
  const bin = binOf(moment, value);
  const count = moment.counts[bin];
  if (count === undefined) return { from: value, to: value, count: null };
  return { from: moment.low + bin * width, to: moment.low + (bin + 1) * width, count };
}

/** Where a pointer is, in px from the top of the drawing: over the bars is the latest, beneath them each row a moment. */
export function agoAt(y: number, moments: number): number {
  const row = Math.floor(((y - barsHeight - pastGap) / (pastHeight - pastGap)) * moments);
  return Math.min(moments - 1, Math.max(0, row));
}

/**
 * Where a key leads: left and right to the next bin, ten with Shift, Home and End to the first and the last; down to the
 * moment before, up to the one after. Null where the key means nothing here.
 */
export function placeAfterKey(
  key: Key,
  place: HistogramPlace,
  moments: readonly Histogram[],
): HistogramPlace | null {
  if (key.key === 'ArrowUp') return { ...place, ago: Math.max(0, place.ago - 1) };
  if (key.key === 'ArrowDown') return { ...place, ago: Math.min(moments.length - 1, place.ago + 1) };
  const moment = momentAt(moments, place);
  if (moment === undefined) return null;
  const { low, high } = commonAxis(moments);
  const bins = moment.counts.length;
  const here = Math.min(bins - 1, Math.max(0, binOf(moment, low + place.share * (high - low))));
  const bin = sampleAfterKey(key, here, bins);
  if (bin === null) return null;
  const middle = moment.low + ((bin + 0.5) / bins) * (moment.high - moment.low);
  return { ...place, share: (middle - low) / (high - low) };
}

function binOf({ low, high, counts }: Histogram, value: number): number {
  return Math.floor(((value - low) / (high - low)) * counts.length);
}
