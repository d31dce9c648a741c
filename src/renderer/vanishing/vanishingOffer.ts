import { create } from 'zustand';

interface VanishingOffer {
  /** The person has closed the card, in this or an earlier session. */
  readonly declined: boolean;
  decline(): void;
}

const key = 'layerwise.vanishingOfferDeclined';

/** Whether the window offers the example by itself. */
export const useVanishingOffer = create<VanishingOffer>((set) => ({
  declined: localStorage.getItem(key) === 'true',
  decline() {
    localStorage.setItem(key, 'true');
    set({ declined: true });
  },
}));
