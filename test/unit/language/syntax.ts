import { parseSync } from 'vite';

/** A node of the syntax tree, as far as it is looked at here. */
export type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function childOf(node: SyntaxNode, name: string): SyntaxNode | null {
  const child = node[name];
  return isNode(child) ? child : null;
}

export function childrenOf(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const children = node[name];
  return Array.isArray(children) ? children.filter(isNode) : [];
}

export function nameOf(node: SyntaxNode | null): string {
  if (node === null) return '';
  if (node.type === 'MemberExpression')
    return `${nameOf(childOf(node, 'object'))}.${nameOf(childOf(node, 'property'))}`;
  return String(node['name'] ?? node['value'] ?? '');
}

export function programOf(path: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  const parsed: unknown = program;
  if (!isNode(parsed)) throw new Error(`${path} has no syntax tree.`);
  return parsed;
}

export function isText(node: SyntaxNode | null): boolean {
  return (
    node !== null &&
    (node.type === 'TemplateLiteral' || typeof node['value'] === 'string') &&
    node.type !== 'JSXText'
  );
}

/**
 * The patterns that a literal or a template makes, with numbered places for what is filled in. A choice between two texts
 * within a template makes two patterns of it, where it `chooses`; a template that is looked up has a place there.
 */
export function patternsOf(node: SyntaxNode, chooses = true): readonly string[] {
  if (node.type !== 'TemplateLiteral') return [String(node['value'])];
  const fixed = childrenOf(node, 'quasis').map((part) => {
    const value: unknown = part['value'];
    return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
  });
  let made: readonly { readonly text: string; readonly places: number }[] = [
    { text: fixed[0] ?? '', places: 0 },
  ];
  childrenOf(node, 'expressions').forEach((expression, index) => {
    const next = fixed[index + 1] ?? '';
    const choices = chooses ? chosenTexts(expression) : null;
    made = made.flatMap(({ text, places }) =>
      choices === null
        ? [{ text: `${text}{{${places}}}${next}`, places: places + 1 }]
        : choices.map((choice) => ({
            text: text + renumbered(choice, places) + next,
            places: places + countPlaces(choice),
          })),
    );
  });
  return made.map(({ text }) => text);
}

/** Both texts of a choice between texts; null for anything else. */
function chosenTexts(expression: SyntaxNode): readonly string[] | null {
  if (expression.type !== 'ConditionalExpression') return null;
  const branches = [childOf(expression, 'consequent'), childOf(expression, 'alternate')];
  return branches.every(isText)
    ? branches.flatMap((branch) => (branch === null ? [] : patternsOf(branch)))
    : null;
}

function countPlaces(pattern: string): number {
  return pattern.match(/\{\{\d+\}\}/g)?.length ?? 0;
}

function renumbered(pattern: string, from: number): string {
  return pattern.replaceAll(/\{\{(\d+)\}\}/g, (_, place) => `{{${Number(place) + from}}}`);
}

/** All literals and templates below a node, whatever they are for. */
export function literalsBelow(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(literalsBelow);
  if (!isNode(value)) return [];
  return [
    ...(isText(value) ? patternsOf(value) : []),
    ...Object.values(value).flatMap((child) => (typeof child === 'object' ? literalsBelow(child) : [])),
  ];
}
