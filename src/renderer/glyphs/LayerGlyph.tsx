import type { ReactNode } from 'react';
import { activationDrawings } from './ActivationDrawings';
import { classicDrawings } from './ClassicDrawings';
import { convolutionDrawings } from './ConvolutionDrawings';
import { normalisationDrawings } from './NormalisationDrawings';
import { regularisationDrawings } from './RegularisationDrawings';
import { shapingDrawings } from './ShapingDrawings';

/** A form in the glyphs: solid, without the outline that the drawing has elsewhere. */
const solid = { fill: 'currentColor', stroke: 'none' } as const;

/** Layer glyphs on a 16 px grid. The shape carries the meaning; colour is secondary. */
const drawings: Readonly<Record<string, ReactNode>> = {
  ...activationDrawings,
  ...convolutionDrawings,
  ...classicDrawings,
  ...normalisationDrawings,
  ...shapingDrawings,
  ...regularisationDrawings,
  input: (
    <>
      <path d="M2.5 3.5h11v9h-11z" />
      <path d="M4.5 10.5l2.4-3 1.9 2.2 1.4-1.5 1.8 2.3" />
      <circle cx="10.6" cy="6" r=".9" {...solid} />
    </>
  ),
  conv: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <rect x="4.2" y="4.2" width="5" height="5" rx=".6" {...solid} />
      <path d="M9.9 11.8h2M11.8 9.9v2" opacity=".75" />
    </>
  ),
  maxpool: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M8 2.5v11M2.5 8h11" />
      <rect x="8.6" y="3.2" width="4.2" height="4.2" {...solid} />
    </>
  ),
  avgpool: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M8 2.5v2.6M8 10.9v2.6M2.5 8h2.6M10.9 8h2.6" />
      <circle cx="8" cy="8" r="1.9" {...solid} />
    </>
  ),
  gap: (
    <>
      <path d="M2.5 3h4v10h-4zM6.5 8h3" />
      <path d="M8.6 6.3L10.4 8 8.6 9.7" />
      <circle cx="12.8" cy="8" r="1.5" {...solid} />
    </>
  ),
  bn: (
    <>
      <path d="M1.8 12.8c3.4 0 3.2-9 6.2-9s2.8 9 6.2 9" />
      <path d="M8 6.4v6.4" opacity=".6" strokeDasharray="1.4 1.4" />
    </>
  ),
  relu: <path d="M2 11.5h6L13.6 4" />,
  lrelu: <path d="M2 12.8L8 11l5.6-7" />,
  sigmoid: <path d="M2 12.4c5.6 0 6.4-8.8 12-8.8" />,
  tanh: (
    <>
      <path d="M2 12.6c6 0 6-9.2 12-9.2" />
      <path d="M8 2.6v10.8" opacity=".45" />
    </>
  ),
  softmax: <path d="M3 13V9.5M6.4 13V6.5M9.8 13V3M13.2 13v-4" strokeWidth="2" />,
  add: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 5v6M5 8h6" />
    </>
  ),
  concat: (
    <>
      <rect x="2.4" y="3" width="4.2" height="10" rx="1" {...solid} opacity=".55" />
      <rect x="6.9" y="3" width="2.6" height="10" {...solid} opacity=".8" />
      <rect x="9.8" y="3" width="3.8" height="10" rx="1" {...solid} />
    </>
  ),
  flatten: (
    <>
      <path d="M2.5 2.8h4.4v4.4H2.5z" />
      <path d="M4.7 9.4v2.8M4.7 12.2h9" />
      <path d="M11.9 10.4l1.8 1.8-1.8 1.8" />
    </>
  ),
  dropout: (
    <>
      <circle cx="4" cy="4" r="1.5" {...solid} />
      <circle cx="4" cy="12" r="1.3" />
      <circle cx="4" cy="8" r="1.5" {...solid} />
      <circle cx="12" cy="4" r="1.3" />
      <circle cx="12" cy="8" r="1.5" {...solid} />
      <circle cx="12" cy="12" r="1.5" {...solid} />
      <path d="M5.5 4.6l5 3M5.5 8.4l5 3" opacity=".6" />
    </>
  ),
  dense: (
    <>
      <circle cx="3.6" cy="4" r="1.5" {...solid} />
      <circle cx="3.6" cy="12" r="1.5" {...solid} />
      <circle cx="12.4" cy="3" r="1.4" {...solid} />
      <circle cx="12.4" cy="8" r="1.4" {...solid} />
      <circle cx="12.4" cy="13" r="1.4" {...solid} />
      <path
        d="M3.6 4l8.8-1M3.6 4l8.8 4M3.6 4l8.8 9M3.6 12l8.8-9M3.6 12l8.8-4M3.6 12l8.8 1"
        strokeWidth=".8"
        opacity=".8"
      />
    </>
  ),
  output: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <circle cx="8" cy="8" r="1.9" {...solid} />
    </>
  ),
  pad: (
    <>
      <rect x="5" y="5" width="6" height="6" rx=".8" {...solid} />
      <rect x="2" y="2" width="12" height="12" rx="1.5" strokeDasharray="2 1.6" />
    </>
  ),
};

/** Drawn for a glyph name that no drawing has: a plain layer. */
const plain = <rect x="2.5" y="4.5" width="11" height="7" rx="1.5" />;

/** The drawing of a layer kind, in the colour of the text around it. `glyph` is the kind's `glyph`. */
export function LayerGlyph({ glyph, size = 16 }: { glyph: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.35"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[glyph] ?? plain}
    </svg>
  );
}
