import type { ReactNode } from 'react';

/** Glyphs of the normalisations of one example: the bell of batch norm over what is normalised together. */
export const normalisationDrawings: Readonly<Record<string, ReactNode>> = {
  ln: (
    <>
      <path d="M1.8 9.4c3.4 0 3.2-6.4 6.2-6.4s2.8 6.4 6.2 6.4" />
      <path d="M2 13h12" strokeWidth="2" />
    </>
  ),
  gn: (
    <>
      <path d="M1.8 9.4c3.4 0 3.2-6.4 6.2-6.4s2.8 6.4 6.2 6.4" />
      <path d="M2 13h2.4M6.8 13h2.4M11.6 13H14" strokeWidth="2" />
    </>
  ),
};
