import type { ReactNode } from 'react';

/** A form in the glyphs: solid, without the outline that the drawing has elsewhere. */
const solid = { fill: 'currentColor', stroke: 'none' } as const;

/** Glyphs of the further kinds of dropout: a channel that is missing, and a branch that is. */
export const regularisationDrawings: Readonly<Record<string, ReactNode>> = {
  spatialdropout: (
    <>
      <rect x="2" y="3" width="3.2" height="10" rx=".9" {...solid} />
      <rect x="6.4" y="3" width="3.2" height="10" rx=".9" strokeDasharray="1.8 1.5" />
      <rect x="10.8" y="3" width="3.2" height="10" rx=".9" {...solid} />
    </>
  ),
  stochasticdepth: (
    <>
      <path d="M2 12.6h12M11.8 10.4l2.2 2.2-2.2 2.2" />
      <path d="M4 12V6.4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2V9" strokeDasharray="1.8 1.6" />
      <rect x="6" y="2.6" width="4" height="3.6" rx=".7" {...solid} />
    </>
  ),
};
