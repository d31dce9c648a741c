import { solidColour } from './solidColour';

/** What an element's look is made of, and what holds where nothing is said. */
const properties = {
  'fill-opacity': '1',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-size': '',
  'font-weight': '',
  'text-anchor': 'start',
  'paint-order': 'normal',
} as const;

export const figureFont = 'Inter, "Helvetica Neue", Arial, sans-serif';

/** A chart's SVG as markup that needs no stylesheet: every element carries its own colours, widths and letters. */
export function drawnSvg(svg: SVGSVGElement, x: number, y: number): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((element, index) => {
    const original = originals[index];
    if (original !== undefined) settle(element, getComputedStyle(original));
  });
  const { width, height } = svg.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x, y, width, height }))
    copy.setAttribute(name, rounded(value));
  copy.setAttribute('overflow', 'visible');
  return new XMLSerializer().serializeToString(copy);
}

function settle(element: Element, style: CSSStyleDeclaration): void {
  const kept = Array.from(element.attributes, ({ name }) => name);
  for (const name of kept)
    if (name === 'class' || name === 'style' || name === 'role' || /^(data|aria)-|^tabindex$/.test(name))
      element.removeAttribute(name);
  if (style.display === 'none') {
    element.setAttribute('display', 'none');
    return;
  }
  for (const [name, usual] of Object.entries(properties)) {
    const value = style.getPropertyValue(name);
    const text = name.startsWith('font') && element.tagName !== 'text';
    if (value !== '' && value !== usual && !text) element.setAttribute(name, value);
  }
  paint(element, 'fill', style.fill, style.fillOpacity);
  paint(element, 'stroke', style.stroke, style.strokeOpacity);
  if (element.tagName === 'text') element.setAttribute('font-family', figureFont);
}

function paint(element: Element, name: 'fill' | 'stroke', value: string, shown: string): void {
  if (value.startsWith('url')) {
    element.setAttribute(name, value.replaceAll('"', ''));
    return;
  }
  if (value === 'none' || value === '') {
    element.setAttribute(name, 'none');
    return;
  }
  const { hex, opacity } = solidColour(value);
  element.setAttribute(name, opacity === 0 ? 'none' : hex);
  if (opacity < 1 && opacity > 0) element.setAttribute(`${name}-opacity`, rounded(opacity * Number(shown)));
}

export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
