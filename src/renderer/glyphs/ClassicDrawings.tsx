import type { ReactNode } from 'react';

const solid = { fill: 'currentColor', stroke: 'none' } as const;

/** Glyphs of the layers that classic networks and the variants of residual ones are made of. */
export const classicDrawings: Readonly<Record<string, ReactNode>> = {
  multiply: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" />
    </>
  ),
  gate: (
    <>
      <path d="M1.5 8h4M10.5 8h4" />
      <path d="M5.5 3.5v9M10.5 3.5v9" />
      <path d="M5.5 8l4-2.8" />
    </>
  ),
  scale: (
    <>
      <path d="M2.5 13V9.5h3V13zM10.5 13V3h3v10z" />
      <path d="M6.8 8.2L9.2 6M7.4 5.8l1.8.2-.1 1.8" />
    </>
  ),
  shortcutPad: (
    <>
      <rect x="2.5" y="5" width="5" height="8.5" rx=".8" {...solid} />
      <rect x="9" y="5" width="4.5" height="8.5" rx=".8" strokeDasharray="1.8 1.4" />
      <path d="M2.5 2.8h11" opacity=".6" />
    </>
  ),
  lrn: (
    <>
      <path d="M3 13V8M5.5 13V6.5M10.5 13V6.5M13 13V8" opacity=".6" />
      <path d="M8 13V2.8" strokeWidth="2" />
    </>
  ),
  adaptivePool: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11" opacity=".55" />
      <rect x="6.4" y="6.4" width="3.2" height="3.2" {...solid} />
    </>
  ),
  subsample: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M8 2.5v11M2.5 8h11" opacity=".6" />
      <circle cx="8" cy="8" r="2.2" {...solid} />
    </>
  ),
  tableConv: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <rect x="4.2" y="4.2" width="2.4" height="2.4" {...solid} />
      <rect x="9.4" y="6.8" width="2.4" height="2.4" {...solid} />
      <rect x="4.2" y="9.4" width="2.4" height="2.4" {...solid} />
    </>
  ),
  rbf: (
    <>
      <circle cx="8" cy="8" r="1.6" {...solid} />
      <circle cx="8" cy="8" r="3.6" opacity=".75" />
      <circle cx="8" cy="8" r="5.9" opacity=".45" />
    </>
  ),
};
