import { element, textElement } from '../../network/drawing/markup';
import { drawnSvg, figureFont, rounded } from './drawnSvg';
import { solidColour } from './solidColour';

/** Controls, which mean nothing on paper, have this attribute. */
export const leftOutOfFigures = { 'data-left-out': '' } as const;

/** How many times sharper than on the page a canvas is kept, so that it can be enlarged. */
const sharpness = 2;

/** A part of the page as SVG markup, as it looks now: charts, canvases, and the words and boxes around them. */
export function drawnPage(part: Element, origin: { readonly x: number; readonly y: number }): string[] {
  const style = getComputedStyle(part);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return [];
  if (part.hasAttribute('data-left-out')) return [];
  const box = part.getBoundingClientRect();
  const [x, y] = [box.left - origin.x, box.top - origin.y];
  if (part instanceof SVGSVGElement) return [drawnSvg(part, x, y)];
  if (part instanceof HTMLCanvasElement) return [drawnCanvas(part, x, y)];
  return [
    ...background(style, box, x, y),
    ...Array.from(part.childNodes).flatMap((child) => {
      if (child instanceof Element) return drawnPage(child, origin);
      return child instanceof Text ? words(child, style, origin) : [];
    }),
  ];
}

function background(style: CSSStyleDeclaration, { width, height }: DOMRect, x: number, y: number): string[] {
  const { hex, opacity } = solidColour(style.backgroundColor);
  if (opacity === 0 || width === 0 || height === 0) return [];
  const rx = Number.parseFloat(style.borderTopLeftRadius) || 0;
  return [element('rect', { x, y, width, height, rx, fill: hex, 'fill-opacity': opacity })];
}

function words(text: Text, style: CSSStyleDeclaration, origin: { readonly x: number; readonly y: number }) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const [box] = range.getClientRects();
  const content = text.data.replaceAll(/\s+/g, ' ');
  if (box === undefined || content.trim() === '') return [];
  const size = Number.parseFloat(style.fontSize);
  const { hex, opacity } = solidColour(style.color);
  return [
    textElement(
      {
        x: box.left - origin.x,
        // Capitals are about seven tenths of the size high, and stand in the middle of the line.
        y: box.top - origin.y + box.height / 2 + size * 0.35,
        'font-family': figureFont,
        'font-size': size,
        'font-weight': style.fontWeight,
        fill: hex,
        ...(opacity < 1 && { 'fill-opacity': opacity }),
        // Another font takes the room that this one took, so that no words run into others.
        textLength: box.width,
        lengthAdjust: 'spacingAndGlyphs',
      },
      // A space at an end parts it from what stands beside it.
      content.replaceAll(/^ | $/g, '\u00a0'),
    ),
  ];
}

function drawnCanvas(canvas: HTMLCanvasElement, x: number, y: number): string {
  const { width, height } = canvas.getBoundingClientRect();
  const sharp = document.createElement('canvas');
  sharp.width = Math.max(canvas.width, Math.round(width * sharpness));
  sharp.height = Math.max(canvas.height, Math.round(height * sharpness));
  const context = sharp.getContext('2d');
  if (context === null || canvas.width === 0 || canvas.height === 0) return '';
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, sharp.width, sharp.height);
  const image = sharp.toDataURL('image/png');
  return `<image x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" preserveAspectRatio="none" href="${image}"/>`;
}
