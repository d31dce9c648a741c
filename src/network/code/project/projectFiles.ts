import type { NetworkDocument } from '../../graph/document';
import { serialiseProject } from '../../graph/projectFile';

/** Python that exported projects have in common, whatever they train with. */
const files = import.meta.glob<string>('./files/*', { eager: true, query: '?raw', import: 'default' });

/** Texts by the names of their files, of texts by their paths. */
export function byFileName(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).map(([path, text]) => [path.replace(/^.*\//, ''), text]));
}

/** The files of an exported project that don't depend on what it trains with, by name. */
export function projectFiles(document: NetworkDocument): ReadonlyMap<string, string> {
  return new Map([...byFileName(files), ['project.layerwise', serialiseProject(document)]]);
}
