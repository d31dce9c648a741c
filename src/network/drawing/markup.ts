type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element. Text and attributes are escaped; `content` is markup already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(formatted(value))}"`);
  const start = `<${name}${written.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/** What pointing at the element that it stands in says. */
export function titleElement(text: string): string {
  return element('title', {}, [escaped(text)]);
}

/** A line of text. */
export function textElement(attributes: Attributes, text: string): string {
  return element('text', attributes, [escaped(text)]);
}

function formatted(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/** Control characters can't stand in XML at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
