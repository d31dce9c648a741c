import {
  isForDevelopers,
  isForPeople,
  isOtherName,
  isReadName,
  isShownAttribute,
  isSilent,
  isSilentCall,
} from './reading';
import {
  childOf,
  childrenOf,
  isNode,
  isText,
  literalsBelow,
  nameOf,
  patternsOf,
  programOf,
  type SyntaxNode,
} from './syntax';

/** What people read of a file. */
export interface Texts {
  /** Patterns given to `t` and `rich`. */
  readonly looked: string[];
  /** Such as are looked up while the file is loaded, when the language isn't known. */
  readonly early: string[];
  /** All literals and templates, whatever they are for. */
  readonly literals: readonly string[];
  /** English as it stands in the program: for `say`, unless it stands in markup. */
  readonly plain: { readonly text: string; readonly inMarkup: boolean }[];
}

interface Place {
  /** Of the property, attribute or variable that a text becomes. */
  readonly name: string;
  readonly inFunction: boolean;
  /** Text of an element, or of an attribute that is read out or shown. */
  readonly inMarkup: boolean;
}

/** Finds the texts of a file; literals of fewer words than `fewest` are such only where their name says so. */
export function textsOf(path: string, source: string, fewest = 2): Texts {
  const program = programOf(path, source);
  const texts: Texts = { looked: [], early: [], literals: literalsBelow(program), plain: [] };
  walk(program, { name: '', inFunction: false, inMarkup: false });
  return texts;

  function walk(value: unknown, place: Place): void {
    if (Array.isArray(value)) for (const item of value) walk(item, place);
    else if (isNode(value)) visit(value, place);
  }

  function visit(node: SyntaxNode, place: Place) {
    if (isSilent(node)) return;
    const within = { ...place, inFunction: true, inMarkup: false };
    switch (node.type) {
      case 'TaggedTemplateExpression':
        return visitTagged(node, place);
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return walk(childOf(node, 'body'), within);
      case 'NewExpression':
        if (isForDevelopers(nameOf(childOf(node, 'callee')))) return;
        return walk(node['arguments'], { ...place, name: '' });
      case 'BinaryExpression':
        if (node['operator'] !== '+') return;
        break;
      case 'MemberExpression':
        return walk(node['object'], place);
      case 'SwitchCase':
        return walk(node['consequent'], place);
      case 'CallExpression':
        return visitCall(node, place);
      case 'Property':
      case 'JSXAttribute': {
        const name = nameOf(childOf(node, node.type === 'Property' ? 'key' : 'name'));
        // An entry of a table may be called as anything, such as the term “filter”.
        return isOtherName(name) && childOf(node, 'value')?.type !== 'ObjectExpression'
          ? undefined
          : walk(node['value'], {
              ...place,
              name,
              inMarkup: node.type === 'JSXAttribute' && isShownAttribute(name),
            });
      }
      case 'JSXText':
        return note(String(node['value']).replaceAll(/\s+/g, ' '), { name: 'text', inMarkup: true }, 1);
      case 'JSXElement':
        if (/^(code|kbd)$/.test(nameOf(childOf(childOf(node, 'openingElement') ?? node, 'name')))) return;
        break;
    }
    if (isText(node)) for (const pattern of patternsOf(node)) note(pattern, place, fewest);
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === 'object' && key !== 'quasis')
        walk(child, key === 'expressions' ? { ...place, name: '' } : place);
    }
  }

  function visitTagged(node: SyntaxNode, place: Place): void {
    const template = childOf(node, 'quasi');
    if (template === null) return;
    if (/^(t|rich)$/.test(nameOf(childOf(node, 'tag')))) {
      texts.looked.push(...patternsOf(template, false));
      if (!place.inFunction) texts.early.push(...patternsOf(template, false));
    }
    walk(template['expressions'], { ...place, name: '' });
  }

  function visitCall(node: SyntaxNode, place: Place) {
    const callee = nameOf(childOf(node, 'callee'));
    walk(childOf(node, 'callee'), place);
    if (isSilentCall(callee)) return;
    const given = childrenOf(node, 'arguments');
    if (callee === 'formatCounted') {
      const [one, many] = [given[1], given[2]].map((noun) => nameOf(noun ?? null));
      if (given[1] !== undefined && isText(given[1]))
        texts.looked.push(`{{0}} ${one}`, `{{0}} ${many || `${one}s`}`);
      return walk(given[0], place);
    }
    walk(given, isReadName(place.name) ? place : { ...place, name: '' });
  }

  function note(text: string, { name, inMarkup }: Pick<Place, 'name' | 'inMarkup'>, least: number): void {
    // Elsewhere than on the page single small words are names for machines.
    const startsSmall = path.startsWith('src/renderer/') && name !== 'name';
    if (isForPeople(text, name, least, startsSmall)) texts.plain.push({ text, inMarkup });
  }
}
