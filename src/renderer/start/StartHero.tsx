import { t } from '../language/t';
import { VanishingHero } from '../vanishing/VanishingHero';
import { FallingBars } from './FallingBars';

/** The start screen's first offer. */
export function StartHero() {
  return (
    <VanishingHero
      heading="h2"
      title={t`See where a gradient gets lost`}
      text={t`Twenty plain layers learn handwritten digits. Within seconds you see which of them get no gradient, and why; then you cure it.`}
    >
      <FallingBars />
    </VanishingHero>
  );
}
