// @ts-check
import { contenderNames, contenders } from './contenders.mjs';

/** @typedef {import('./results.mjs').Measurement} Measurement */

/**
 * The lines of a race's table for a terminal.
 *
 * @param {import('./networks.mjs').Race} race
 * @param {readonly Measurement[]} measured
 */
export function terminalTable({ network, batch }, measured) {
  const rows = [
    [`${network.label}, batch ${batch}`, 'best', 'median', 'ratio'],
    ...measured.map(({ contender, best, median, ratio }) => [
      contenders[contender].label,
      whole(best),
      whole(median),
      ratio.toFixed(2),
    ]),
  ];
  const nameWidth = Math.max(...rows.map(([name = '']) => name.length)) + 2;
  return rows.map(
    ([name = '', ...numbers]) =>
      `${name.padEnd(nameWidth)}${numbers.map((text) => text.padStart(9)).join('')}`,
  );
}

const heading = ['Network, batch', ...contenderNames.map((name) => contenders[name].label)];

/** What begins and ends the table in a document. */
export const tableStart = '<!-- The rows below are written by "npm run bench -- --write". -->';
export const tableEnd = '<!-- End of the rows. -->';

/**
 * A document with the row of a race in its table, in place of an older row of the same.
 *
 * @param {string} text of the document
 * @param {import('./networks.mjs').Race} race
 * @param {readonly Measurement[]} measured
 * @param {readonly import('./networks.mjs').Race[]} order in which the rows stand
 */
export function withRow(text, race, measured, order) {
  const start = text.indexOf(tableStart);
  const end = text.indexOf(tableEnd);
  if (start === -1 || end < start)
    throw new Error(
      `The document has no table to write into: it needs the lines ${tableStart} and ${tableEnd}`,
    );
  const names = order.map(rowName);
  const rows = new Map(
    text
      .slice(start, end)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => [line.split('|')[1]?.trim() ?? '', line]),
  );
  rows.set(rowName(race), markdownRow([rowName(race), ...cells(measured)]));
  const table = [
    markdownRow(heading),
    markdownRow(heading.map((_name, column) => (column === 0 ? '---' : '--:'))),
    ...names.flatMap((name) => rows.get(name) ?? []),
  ];
  return `${text.slice(0, start)}${[tableStart, '', ...table, '', ''].join('\n')}${text.slice(end)}`;
}

/** @param {import('./networks.mjs').Race} race */
function rowName({ network, batch }) {
  return `${network.label}; ${batch}`;
}

/** @param {readonly Measurement[]} measured */
function cells(measured) {
  return contenderNames.map((name) => {
    const found = measured.find(({ contender }) => contender === name);
    if (found === undefined) return '–';
    return `${whole(found.best)} (${whole(found.median)}) ${found.ratio.toFixed(2)}`;
  });
}

/** @param {readonly string[]} texts */
function markdownRow(texts) {
  return `| ${texts.join(' | ')} |`;
}

/** @param {number} value */
function whole(value) {
  return Math.round(value).toLocaleString('en');
}
