// @ts-check
/**
 * A document with another text between its lines `<!-- name:start -->` and `<!-- name:end -->`.
 *
 * @param {string} document
 * @param {string} name
 * @param {string} text
 */
export function withMarkedPart(document, name, text) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document needs the lines ${start} and ${end}.`);
  return `${document.slice(0, from)}${start}\n\n${text}\n\n${document.slice(to)}`;
}
