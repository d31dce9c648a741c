/** Probabilities are clipped to this range before their logarithm is taken (Keras's epsilon). */
export const probabilityRange = { lowest: 1e-7, highest: 1 - 1e-7 } as const;
