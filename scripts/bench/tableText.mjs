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

/** Begins the line that tells what machine the rows come from. */
const machineStart = 'Measured on ';

/**
 * A document with the row of a race in its table, in place of an older row of the same. Rows of another machine are
 * taken out: they can't be compared.
 *
 * @param {string} text of the document
 * @param {{race: import('./networks.mjs').Race, measured: readonly Measurement[], machine: string}} row
 * @param {readonly import('./networks.mjs').Race[]} order in which the rows stand
 */
export function withRow(text, { race, measured, machine }, order) {
  const start = text.indexOf(tableStart);
  const end = text.indexOf(tableEnd);
  if (start === -1 || end < start)
    throw new Error(
      `The document has no table to write into: it needs the lines ${tableStart} and ${tableEnd}`,
    );
  const machineLine = `${machineStart}${machine}.`;
  const rows = rowsOf(text.slice(start, end).split('\n'), machineLine);
  rows.set(rowName(race), markdownRow([rowName(race), ...cells(measured)]));
  const table = [
    markdownRow(heading),
    markdownRow(heading.map((_name, column) => (column === 0 ? '---' : '--:'))),
    ...order.flatMap((known) => rows.get(rowName(known)) ?? []),
  ];
  const lines = [tableStart, '', ...table, '', machineLine, '', ''];
  return `${text.slice(0, start)}${lines.join('\n')}${text.slice(end)}`;
}

/**
 * Rows by their names, of the same machine.
 *
 * @param {readonly string[]} lines
 * @param {string} machineLine
 * @returns {Map<string, string>}
 */
function rowsOf(lines, machineLine) {
  if (!lines.includes(machineLine)) return new Map();
  return new Map(
    lines.filter((line) => line.startsWith('|')).map((line) => [line.split('|')[1]?.trim() ?? '', line]),
  );
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
