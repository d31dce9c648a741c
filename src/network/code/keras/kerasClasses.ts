/** Classes for what Keras has no layer or loss for: Python files with the same imports. */
const files = import.meta.glob<string>('./classes/*.py', { eager: true, query: '?raw', import: 'default' });

/** By name, the text of each class without its imports. */
export const kerasClasses: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [
    path.replace(/^.*\/|\.py$/g, ''),
    text.slice(text.indexOf('@keras.')).trimEnd(),
  ]),
);
