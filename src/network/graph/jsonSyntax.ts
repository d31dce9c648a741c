import { projectLimits } from './projectSchema';

/** A place in a text where it stops being JSON that is safe to parse. Lines and columns count from 1. */
export interface SyntaxFault {
  readonly reason: 'empty' | 'syntax' | 'end' | 'depth' | 'width' | 'key';
  readonly line: number;
  readonly column: number;
}

type Fault = { readonly reason: SyntaxFault['reason']; readonly at: number };

/** What may stand at a place: the grammar of RFC 8259 as a walk over tokens. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const tokenPattern = /[[\]{}:,]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Walks over a text before it is parsed, without recursion, and finds the first place that is not JSON,
 * that is nested deeper or has more settings in one object than a project may, or that names the key `__proto__`. Null where there is none.
 */
export function findSyntaxFault(text: string): SyntaxFault | null {
  const fault = walk(text);
  if (fault === null) return null;
  const before = text.slice(0, fault.at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    reason: fault.reason,
    line: before.split('\n').length,
    column: fault.at - lineStart + 1,
  };
}

function walk(text: string): Fault | null {
  const open: { readonly bracket: '[' | '{'; keys: number }[] = [];
  let expected: Expected = 'value';
  let at = skipBlanks(text, 0);
  if (at === text.length) return { reason: 'empty', at: 0 };
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  while (at < text.length) {
    const end: number = tokenEnd(text, at);
    if (end < 0) return { reason: 'syntax', at };
    if (end > text.length) return { reason: 'end', at: text.length };
    const first = text.charAt(at);
    const isValue = expected === 'value' || expected === 'valueOrEnd';
    if (first === '[' || first === '{') {
      if (!isValue) return { reason: 'syntax', at };
      if (open.length === projectLimits.fileDepth) return { reason: 'depth', at };
      open.push({ bracket: first, keys: 0 });
      expected = first === '[' ? 'valueOrEnd' : 'keyOrEnd';
    } else if (first === ']' || first === '}') {
      const mayEnd = first === ']' ? 'valueOrEnd' : 'keyOrEnd';
      if (open.pop()?.bracket !== (first === ']' ? '[' : '{')) return { reason: 'syntax', at };
      if (expected !== mayEnd && expected !== 'commaOrEnd') return { reason: 'syntax', at };
      expected = afterValue();
    } else if (first === ',') {
      if (expected !== 'commaOrEnd') return { reason: 'syntax', at };
      expected = open.at(-1)?.bracket === '[' ? 'value' : 'key';
    } else if (first === ':') {
      if (expected !== 'colon') return { reason: 'syntax', at };
      expected = 'value';
    } else if (first === '"' && (expected === 'key' || expected === 'keyOrEnd')) {
      const object = open.at(-1);
      if (object !== undefined && ++object.keys > projectLimits.objectKeys) return { reason: 'width', at };
      if (end - at <= longestKey && JSON.parse(text.slice(at, end)) === '__proto__')
        return { reason: 'key', at };
      expected = 'colon';
    } else {
      if (!isValue) return { reason: 'syntax', at };
      expected = afterValue();
    }
    at = skipBlanks(text, end);
  }
  return expected === 'nothing' ? null : { reason: 'end', at: text.length };
}

/** Longer than `"__proto__"` with each letter escaped: the key is recognised in any spelling. */
const longestKey = 64;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

/** The end of the token that starts here: −1 where none does, beyond the text where it is cut off within it. */
function tokenEnd(text: string, at: number): number {
  if (text.charAt(at) === '"') return stringEnd(text, at);
  tokenPattern.lastIndex = at;
  if (tokenPattern.test(text)) {
    const end = tokenPattern.lastIndex;
    const isNumber = /[-\d]/.test(text.charAt(at));
    return isNumber && /^(\.|[eE][+-]?)$/.test(text.slice(end, end + 3)) ? text.length + 1 : end;
  }
  const rest = text.slice(at, at + 6);
  return ['true', 'false', 'null', '-'].some((word) => word.startsWith(rest)) ? text.length + 1 : -1;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < ' ') return -1;
    if (character !== '\\') at += 1;
    else {
      const escaped = text.slice(at + 1, at + 6);
      if (/^["\\/bfnrt]/.test(escaped)) at += 2;
      else if (/^u[\da-fA-F]{4}$/.test(escaped)) at += 6;
      else
        return at + 1 + escaped.length === text.length && /^(u[\da-fA-F]*)?$/.test(escaped)
          ? text.length + 1
          : -1;
    }
  }
  return text.length + 1;
}
