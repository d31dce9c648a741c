import { isBlockKey } from '../../network/graph/blocks/visibleItems';
import { useCardQuantity } from '../canvas/colourBy';
import { layersShownBy } from '../editor/seenNetwork';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { shownSample } from '../training/shownSample';
import type { Quantity } from './quantity';
import { valueAt } from './quantityScale';

/**
 * Where a card's quantity lies on its scale at the step that the window shows, in hundredths of a decade or thousandths
 * of all; −Infinity for the logarithm of 0, null where no run has measured it or colour means the category. A component
 * that reads it is drawn anew only when these move.
 */
export function useCardValue(card: string): number | null {
  const quantity = useCardQuantity();
  return useRun((state) => (quantity === null ? null : cardValue(state, card, quantity)));
}

/** Whether there is something to colour a card by. */
export function useHasCardValue(card: string): boolean {
  const quantity = useCardQuantity();
  return useRun((state) => quantity !== null && cardValue(state, card, quantity) !== null);
}

/** Of a card: its layer's value, or that of the worst of its layers where it is a collapsed block's. */
export function cardValue(state: RunState, card: string, quantity: Quantity): number | null {
  if (!isBlockKey(card)) return layerValue(state, card, quantity);
  return worstLayer(state, card, quantity)?.value ?? null;
}

/** The layer of a card that stands for it, the first of equals; null where none was measured. */
export function worstLayer(
  state: RunState,
  card: string,
  quantity: Quantity,
): { readonly layer: string; readonly value: number } | null {
  const sign = quantity.worst === 'lowest' ? 1 : -1;
  let worst: { readonly layer: string; readonly value: number } | null = null;
  for (const layer of layersShownBy(card)) {
    const value = layerValue(state, layer, quantity);
    if (value !== null && (worst === null || sign * value < sign * worst.value)) worst = { layer, value };
  }
  return worst;
}

function layerValue(state: RunState, node: string, quantity: Quantity): number | null {
  const sample = shownSample(state);
  const index = state.run?.log.indexOfNode(node) ?? null;
  if (state.run === null || index === null || sample < 0) return null;
  const value = valueAt(quantity, state.run, sample, index);
  if (Number.isNaN(value)) return null;
  const parts = quantity.form === 'log' ? 100 : 1000;
  return Number.isFinite(value) ? Math.round(value * parts) / parts : value;
}
