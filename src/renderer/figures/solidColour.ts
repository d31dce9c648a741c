import { tokenValue } from '../theme/tokenValue';

/** A colour as every program that reads SVG knows it. */
interface SolidColour {
  /** "#7a5cff" */
  readonly hex: string;
  /** 0…1 */
  readonly opacity: number;
}

const known = new Map<string, SolidColour>();

/** A CSS colour, in whatever space it is given, as sRGB: the browser paints a pixel of it. */
export function solidColour(css: string): SolidColour {
  const before = known.get(css);
  if (before !== undefined) return before;
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return { hex: '#000000', opacity: 1 };
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const solid = { hex, opacity: Math.round((alpha / 255) * 1000) / 1000 };
  known.set(css, solid);
  return solid;
}

/** A colour of the page, by the custom property that holds it: `--bg`. */
export function pageColour(property: `--${string}`): string {
  return solidColour(tokenValue(`var(${property})`)).hex;
}
