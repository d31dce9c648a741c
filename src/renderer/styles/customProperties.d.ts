import 'react';

declare module 'react' {
  /** CSS custom properties that components set on their elements. */
  interface CSSProperties {
    [property: `--${string}`]: string | number;
  }
}
