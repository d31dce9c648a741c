/**
 * Weight initialisers. Variance for fan-in n and fan-out m:
 * Glorot & Bengio 2010, eq. 16: 2 / (n + m). He et al. 2015, eq. 10: 2 / n. LeCun et al. 1998, §4.6: 1 / n.
 * Normal draws are truncated at two standard deviations and rescaled to keep the variance, as in Keras.
 */
export type Initialiser =
  | { readonly type: 'glorotUniform' | 'glorotNormal' | 'heUniform' | 'heNormal' }
  | { readonly type: 'lecunUniform' | 'lecunNormal' }
  | { readonly type: 'constant'; readonly value: number }
  /** Given one by one, row-major. */
  | { readonly type: 'values'; readonly values: readonly number[] };

/** `auto` is settled by the layer's surroundings: see analysis/initialisation.ts. */
export type InitialiserChoice = Initialiser | { readonly type: 'auto' };

export type DrawnInitialiserType = Exclude<Initialiser['type'], 'constant' | 'values'>;
