// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

const table = /(<!-- kill campaign -->\n)([\s\S]*?)(<!-- \/kill campaign -->)/;

/**
 * Puts a campaign's row into the table in docs/runs.md, in place of an earlier one of the same command.
 *
 * @param {string} command
 * @param {string} row
 */
export async function writeResult(command, row) {
  const path = join(checkout, 'docs', 'runs.md');
  const text = await readFile(path, 'utf8');
  if (!table.test(text)) throw new Error(`${path} has no place for the result of the kill campaign.`);
  const written = text.replace(table, (_whole, begin, rows, end) => {
    const others = rows
      .split('\n')
      .filter((/** @type {string} */ line) => line !== '' && !line.includes(`\`${command}\``));
    return `${begin}${[...others, row].join('\n')}\n${end}`;
  });
  await writeFile(path, written);
}
