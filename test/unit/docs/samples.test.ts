import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { runCommand } from '../cli/runCommand';
import { pages, repositoryRoot, samples } from './pages';

/** A line of a shell sample, joined with the lines that it goes on in, without what is said about it. */
function shellLines(text: string): readonly string[] {
  return text
    .replaceAll(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

const commands = samples()
  .filter(({ language }) => language === 'sh')
  .flatMap(({ page, text }) =>
    shellLines(text)
      .flatMap((line) => line.split('&&'))
      .map((line) => ({ page, line: line.trim() })),
  );

describe('samples in the documentation', () => {
  const own = commands.flatMap(({ page, line }) => {
    const words = /\bnpx layerwise\s+(.*)$/.exec(line)?.[1]?.split(/\s+/);
    return words === undefined ? [] : [{ page, line, words }];
  });
  it('there are some', () => expect(own.length).toBeGreaterThan(30));

  it.each(own)('$page: $line', async ({ words }) => {
    const [command = '', ...rest] = words;
    const { code, stdout } = await runCommand([command, '--help']);
    expect(code, `layerwise ${command} is a command`).toBe(0);
    for (const word of rest.filter((candidate) => candidate.startsWith('--')))
      expect(stdout, word).toMatch(new RegExp(`${word.split('=')[0]}\\b`));
  });

  it.each(commands.filter(({ line }) => /^npm run /.test(line)))('$page: $line', ({ line }) => {
    const script = line.split(/\s+/)[2] ?? '';
    expect(Object.keys(manifest.scripts)).toContain(script);
  });

  const quoted = samples().filter(({ language }) => language === 'ts' || language === 'mjs');
  it.each(quoted)('$page quotes $note as it is', ({ note, text }) => {
    expect(note).not.toBe('');
    const file = readFileSync(join(repositoryRoot, note), 'utf8');
    for (const part of text.split(/^ *\/\/ …\n/m)) expect(file).toContain(part);
  });

  it.each(samples().filter(({ language }) => language === 'json'))('$page: JSON parses', ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe('links between pages', () => {
  const links = pages().flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => ({
      path,
      target,
    })),
  );
  it.each(links)('$path leads to $target', ({ path, target }) => {
    expect(existsSync(join(repositoryRoot, normalize(join(dirname(path), target))))).toBe(true);
  });
});
