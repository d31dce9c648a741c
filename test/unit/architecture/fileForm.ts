import { posix } from 'node:path';
import { namelessExportsOf } from './importsOf';

/** From this many lines a file holds more than one thing. */
export const longestFile = 250;

/** Names that say nothing about what a file holds. */
const vagueWords = new Set([
  ...['util', 'utils', 'utility', 'utilities', 'helper', 'helpers', 'common', 'misc', 'manager', 'stuff'],
  ...['index', 'shared', 'old', 'temp', 'tmp'],
]);

function wordsOf(stem: string): readonly string[] {
  return stem
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s._-]+/)
    .map((word) => word.toLowerCase());
}

export function nameFault(path: string): string | null {
  const name = posix.basename(path);
  const stem = name.replace(/\.(module\.css|test\.ts|spec\.ts|d\.ts|[a-z]+)$/, '');
  const words = [...posix.dirname(path).split('/'), stem].flatMap(wordsOf);
  const vague = words.find((word) => vagueWords.has(word));
  if (vague !== undefined && name !== 'index.html')
    return `${path} has "${vague}" in its name: name what it holds`;
  const component = name.endsWith('.tsx') && name !== 'main.tsx';
  if (component && !/^[A-Z][A-Za-z\d]*$/.test(stem))
    return `${path} holds components: write it in PascalCase`;
  if (/\.m?ts$/.test(name) && !/^[a-z][A-Za-z\d]*$/.test(stem)) return `${path} should be in camelCase`;
  return null;
}

export function lengthFault(path: string, text: string): string | null {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines >= longestFile ? `${path} has ${lines} lines: at ${longestFile} a file must become two` : null;
}

export function exportFault(path: string, text: string): string | null {
  const [first] = namelessExportsOf(path, text);
  return first === undefined ? null : `${path} has "${first}": export by name`;
}
