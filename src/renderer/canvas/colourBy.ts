import { quantities } from '../quantities/quantities';
import type { Quantity, QuantityId } from '../quantities/quantity';
import { createPerTab } from '../tabs/perTab';

/** What the colours of cards mean: the layer's category, or a quantity that was measured of it. */
export type ColourBy = 'category' | QuantityId;

interface ColourByState {
  readonly colourBy: ColourBy;
  /** What profile and heat map show: the quantity that was chosen last. */
  readonly quantity: QuantityId;
  choose(colourBy: ColourBy): void;
}

export const useColourBy = createPerTab<ColourByState>((set) => ({
  colourBy: 'category',
  quantity: 'gradient',
  choose: (colourBy) => set({ colourBy, ...(colourBy !== 'category' && { quantity: colourBy }) }),
}));

/** The quantity that cards are coloured by; null where colour means their category. */
export function useCardQuantity(): Quantity | null {
  return useColourBy(({ colourBy }) => (colourBy === 'category' ? null : quantities[colourBy]));
}

/** The quantity that profile and heat map show. */
export function useChartQuantity(): Quantity {
  return useColourBy(({ quantity }) => quantities[quantity]);
}
