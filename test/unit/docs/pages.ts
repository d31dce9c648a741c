import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A page of documentation, by its path in the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Sample {
  readonly page: string;
  readonly language: string;
  /** What stands behind the language: the file that the sample is from. */
  readonly note: string;
  readonly text: string;
}

/** Every page that people read. */
export function pages(): readonly Page[] {
  const inDocs = readdirSync(join(repositoryRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs].map((path) => ({
    path,
    text: readFileSync(join(repositoryRoot, path), 'utf8'),
  }));
}

export function samples(): readonly Sample[] {
  return pages().flatMap(({ path, text }) =>
    [...text.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
      ([, language = '', note = '', sample = '']) => ({
        page: path,
        language,
        note: note.trim(),
        text: sample,
      }),
    ),
  );
}
