import type { ReactNode } from 'react';

/** A form in the glyphs: solid, without the outline that the drawing has elsewhere. */
const solid = { fill: 'currentColor', stroke: 'none' } as const;

/** Glyphs of the further convolutions: a filter for each channel, the same with a mixing step, and a stamp that enlarges. */
export const convolutionDrawings: Readonly<Record<string, ReactNode>> = {
  dwconv: (
    <>
      <rect x="2" y="2.5" width="3.4" height="11" rx="1" />
      <rect x="6.3" y="2.5" width="3.4" height="11" rx="1" />
      <rect x="10.6" y="2.5" width="3.4" height="11" rx="1" />
      <path d="M3.7 4.6v2M8 6.8v2M12.3 9v2" strokeWidth="1.9" />
    </>
  ),
  sepconv: (
    <>
      <rect x="2" y="2.5" width="2.8" height="11" rx="1" />
      <rect x="5.6" y="2.5" width="2.8" height="11" rx="1" />
      <path d="M9.6 5l2 3-2 3" opacity=".75" />
      <circle cx="13" cy="8" r="1.5" {...solid} />
    </>
  ),
  convt: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" strokeDasharray="2 1.6" />
      <rect x="6" y="6" width="4" height="4" rx=".6" {...solid} />
      <path d="M4.4 6V4.4H6M10 4.4h1.6V6M11.6 10v1.6H10M6 11.6H4.4V10" />
    </>
  ),
};
