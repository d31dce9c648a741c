import type { ReactNode } from 'react';

/** A form in the glyphs: solid, without the outline that the drawing has elsewhere. */
const solid = { fill: 'currentColor', stroke: 'none' } as const;

/** Glyphs of changes of shape. */
export const shapingDrawings: Readonly<Record<string, ReactNode>> = {
  upsample: (
    <>
      <rect x="2.2" y="9.4" width="4.4" height="4.4" rx=".8" {...solid} />
      <path d="M2.2 6.4V3.6a1.4 1.4 0 0 1 1.4-1.4h8.8a1.4 1.4 0 0 1 1.4 1.4v8.8a1.4 1.4 0 0 1-1.4 1.4H9.6" />
      <path d="M8 8l3-3M8.6 4.8h2.6v2.6" />
    </>
  ),
  reshape: (
    <>
      <rect x="2.2" y="5.6" width="4" height="8" rx=".8" />
      <rect x="8.8" y="9.6" width="5" height="4" rx=".8" {...solid} />
      <path d="M4.2 3h5.4a2 2 0 0 1 2 2v2M10 5.6l1.6 1.6 1.6-1.6" />
    </>
  ),
  permute: (
    <>
      <path d="M3 12.8l10-10M9.6 2.6H13V6" />
      <path d="M3 3.6v4.6M3 3.6h4.6M12.8 8v4.8M12.8 12.8H8.2" opacity=".7" />
    </>
  ),
};
