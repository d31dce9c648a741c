import { parseSync } from 'vite';

/** Marks an import whose target isn't written out as text, so that no rule can judge it. */
export const computedTarget = '(computed)';

/** A node of the syntax tree, as far as it is looked at here. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function literalOf(value: unknown): string {
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : computedTarget;
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value['type'] === 'Identifier' && value['name'] === name;
}

/** `require(…)`, `createRequire(…)(…)` and `import.meta.glob(…)`; not `require.resolve(…)`, which loads nothing. */
function loads(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (isNamed(callee, 'require')) return true;
  if (callee['type'] === 'CallExpression') return isNamed(callee['callee'], 'createRequire');
  const object = callee['object'];
  return isNode(object) && object['type'] === 'MetaProperty' && isNamed(callee['property'], 'glob');
}

function targetsOf(node: SyntaxNode): readonly string[] {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return [literalOf(node['source'])];
    case 'ExportNamedDeclaration':
      return node['source'] === null ? [] : [literalOf(node['source'])];
    case 'TSExternalModuleReference':
      return [literalOf(node['expression'])];
    case 'CallExpression': {
      if (!loads(node['callee']) || !Array.isArray(node['arguments'])) return [];
      const [target] = node['arguments'];
      return isNode(target) && Array.isArray(target['elements'])
        ? target['elements'].map(literalOf)
        : [literalOf(target)];
    }
    default:
      return [];
  }
}

/** The syntax tree's nodes, parents before children. */
function* nodesBelow(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const item of value) yield* nodesBelow(item);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* nodesBelow(child);
  }
}

/** All nodes of a file's syntax. */
export function nodesOf(path: string, text: string): Generator<SyntaxNode> {
  return nodesBelow(syntaxOf(path, text));
}

function syntaxOf(path: string, text: string): unknown {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  return program;
}

/**
 * What a TypeScript file imports, as written: static, dynamic and type imports, re-exports, `require` and
 * `import.meta.glob`.
 */
export function importsOf(path: string, text: string): readonly string[] {
  const targets = [...nodesOf(path, text)].flatMap(targetsOf);
  return [...new Set(targets)];
}

/** Exports that hide a file's names: `export default` and `export *`. */
export function namelessExportsOf(path: string, text: string): readonly string[] {
  const types = [...nodesOf(path, text)].map((node) => node['type']);
  return [
    ...(types.includes('ExportDefaultDeclaration') ? ['export default'] : []),
    ...(types.includes('ExportAllDeclaration') ? ['export *'] : []),
  ];
}
