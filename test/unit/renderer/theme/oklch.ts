/** Linear sRGB, red, green and blue from 0 to 1; beyond that outside of what a screen shows. */
export type LinearRgb = readonly [number, number, number];

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

export function multiplied(matrix: Matrix, [x, y, z]: LinearRgb): LinearRgb {
  const row = ([a, b, c]: LinearRgb) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** `oklch(L C H)` as linear sRGB, cut off at what a screen shows. Matrices: Ottosson 2020, as CSS Color 4 has them. */
export function linearOf(lightness: number, chroma: number, hue: number): LinearRgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const cube = (value: number) => value ** 3;
  const cones: LinearRgb = [
    cube(lightness + 0.3963377774 * a + 0.2158037573 * b),
    cube(lightness - 0.1055613458 * a - 0.0638541728 * b),
    cube(lightness - 0.0894841775 * a - 1.291485548 * b),
  ];
  const [red, green, blue] = multiplied(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    cones,
  );
  const shown = (value: number) => Math.min(1, Math.max(0, value));
  return [shown(red), shown(green), shown(blue)];
}

/** Oklab: lightness, and how far a colour is towards red and towards yellow. */
export function oklabOf(rgb: LinearRgb): LinearRgb {
  const [l, m, s] = multiplied(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return multiplied(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

/** Distance in Oklab; 0.02 is about what is just told apart side by side. */
export function difference(one: LinearRgb, other: LinearRgb): number {
  const [left, right] = [oklabOf(one), oklabOf(other)];
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

/** WCAG 2.2's contrast ratio, from 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const luminance = ([red, green, blue]: LinearRgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [left, right] = [luminance(one), luminance(other)];
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05);
}

/** What people see to whom one kind of cone is missing. Matrices: Machado, Oliveira and Fernandes 2009, severity 1. */
export const colourVisions: Readonly<Record<'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> =
  {
    usual: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    tritanopia: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  };
