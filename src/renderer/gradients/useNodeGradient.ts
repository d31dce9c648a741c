import { cardValue } from '../quantities/cardValue';
import { quantities } from '../quantities/quantities';
import { useRun } from '../training/runStore';

/**
 * log₁₀‖∂L/∂a‖ of a layer at the step that the window shows, in hundredths; −Infinity where 0 was measured, null
 * where no run has measured it. A component that reads it is drawn anew only when the hundredths move.
 */
export function useNodeGradient(node: string): number | null {
  return useRun((state) => cardValue(state, node, quantities.gradient));
}
