import type { ReactNode } from 'react';

/** Glyphs of the further activations: their curves, with an axis where it helps to tell them apart. */
export const activationDrawings: Readonly<Record<string, ReactNode>> = {
  relusix: <path d="M2 12.5h4L10 4.5h4" />,
  prelu: (
    <>
      <path d="M8 10.6L13.6 3.6" />
      <path d="M2 12.8L8 10.6" strokeDasharray="1.6 1.8" />
    </>
  ),
  elu: <path d="M2 13c3.6 0 4.6-1 6-3l5.6-7" />,
  gelu: <path d="M2 9.2c1.6.2 2.6 2.4 4.2 2.4 2.4 0 3.6-3.4 7.4-8.8" />,
  silu: (
    <>
      <path d="M2 8.4c2 .6 2.8 3 4.6 3 2.4 0 3.8-3.6 7-8.2" />
      <path d="M2 13.6h12" opacity=".45" />
    </>
  ),
  softplus: <path d="M2 12c4.2 0 6.2-1.4 11.6-8.6" />,
};
