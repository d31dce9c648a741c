import type { PytorchModule, PytorchValue } from '../../layers/pytorchLayer';
import type { PytorchNode } from './pytorchNodes';

/** Classes for what PyTorch has no module for: Python files, each with the imports that it needs. */
const files = import.meta.glob<string>('./classes/*.py', { eager: true, query: '?raw', import: 'default' });

const sources: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.py$/g, ''), text]),
);

/** Names of all classes that a script may hold. */
export const classNames: ReadonlySet<string> = new Set(sources.keys());

/** What a script needs of its own: the text of the classes, without imports, and what they import. */
export function moduleClasses(nodes: readonly PytorchNode[]): {
  readonly texts: readonly string[];
  readonly imports: ReadonlySet<string>;
} {
  const used = new Set(nodes.flatMap(({ layer }) => (layer.module === null ? [] : typesOf(layer.module))));
  const texts: string[] = [];
  const imports = new Set<string>();
  for (const [name, text] of sources) {
    if (!used.has(name)) continue;
    const start = text.indexOf('\nclass ') + 1;
    texts.push(text.slice(start).trimEnd());
    for (const line of text.slice(0, start).split('\n')) if (line !== '') imports.add(line);
  }
  return { texts, imports };
}

function typesOf({ type, values }: PytorchModule): readonly string[] {
  return [type, ...values.flatMap((value) => (isModule(value) ? typesOf(value) : []))];
}

function isModule(value: PytorchValue): value is PytorchModule {
  return typeof value === 'object' && 'type' in value;
}
