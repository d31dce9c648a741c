import { create } from 'zustand';

/** The card under the pointer, by its key. */
export const useHoveredCard = create<{ readonly card: string | null }>(() => ({ card: null }));

export function hoverCard(card: string | null): void {
  useHoveredCard.setState({ card });
}
