import { create } from 'zustand';

/** The edge under the pointer, by React Flow's id. */
export const useHoveredEdge = create<{ readonly edge: string | null }>(() => ({ edge: null }));

export function hoverEdge(edge: string | null): void {
  useHoveredEdge.setState({ edge });
}
