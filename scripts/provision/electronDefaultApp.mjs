// @ts-check
/**
 * A stand-in for Electron's own resources/default_app.asar, which packaged applications leave out: it loads the
 * application named on the command line (`electron [switches] FOLDER [parameters]`), after the modules given by
 * `-r`, by which Playwright attaches itself.
 */
const program = `
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const parameters = process.argv.slice(1);
const preloaded = [];
let folder;
for (let at = 0; at < parameters.length && folder === undefined; at++) {
  const parameter = parameters[at];
  if (parameter === '-r' || parameter === '--require') preloaded.push(resolve(parameters[++at]));
  else if (parameter === '-v' || parameter === '--version') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (!parameter.startsWith('-')) folder = resolve(parameter);
}
if (folder === undefined) {
  console.error('usage: electron [switches] FOLDER [parameters]');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
try {
  Module._initPaths();
  Module._preloadModules(preloaded);
  const description = join(folder, 'package.json');
  const main = Module._resolveFilename(folder, null, true);
  if (existsSync(description)) {
    const { name, productName, version } = JSON.parse(readFileSync(description, 'utf8'));
    if (version) app.setVersion(version);
    app.name = productName ?? name ?? app.name;
    app.setDesktopName(app.name + '.desktop');
    app.setAppPath(folder);
  } else app.setAppPath(dirname(main));
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error('The application failed to load.', error);
  process.exit(1);
}
`;

const description = JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs' });

/**
 * The archive's bytes. Format (github.com/electron/asar): a pickle with the header's size, a pickle with the header
 * as JSON, then the files one after the other; numbers are 32 bits, little-endian.
 *
 * @returns {Buffer}
 */
export function defaultAppArchive() {
  /** @type {Record<string, {size: number, offset: string}>} */
  const files = {};
  const contents = [];
  let offset = 0;
  for (const [name, text] of [
    ['package.json', description],
    ['main.mjs', program],
  ]) {
    if (name === undefined || text === undefined) continue;
    const content = Buffer.from(text);
    files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
    contents.push(content);
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(json.length, 12);
  json.copy(header, 16);
  return Buffer.concat([header, ...contents]);
}
