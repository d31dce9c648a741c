/** The text form of protocol buffers, in which Caffe describes networks. */

/** A message: the values of each field, in the order of the file. */
export type Prototxt = ReadonlyMap<string, readonly PrototxtValue[]>;
export type PrototxtValue = string | number | boolean | Prototxt;

/** Messages within one another; Caffe's need five. */
const deepest = 32;

/** A name, a number, a text in quotes, or a mark; spaces and comments go before it. */
const tokens =
  /(?:\s|#[^\n]*|[,;])*(?:([A-Za-z_][\w.]*)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)f?|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([:{}<>]))/y;

type Token =
  | { readonly type: 'name' | 'text' | 'mark'; readonly text: string }
  | { readonly type: 'number'; readonly number: number };

/** Reads a file. Throws an Error that says what is wrong: "its line 3 can't be read". */
export function parsePrototxt(text: string): Prototxt {
  const list = tokensOf(text);
  const { message, end } = messageAt(list, 0, 0);
  if (end < list.length) throw new Error('it closes more brackets than it opens');
  return message;
}

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(tokens);
  const rest = /(?:\s|#[^\n]*|[,;])*$/y;
  for (;;) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      rest.lastIndex = from;
      if (rest.test(text)) return found;
      throw new Error(`its line ${text.slice(0, from).split('\n').length} can't be read`);
    }
    const [, name, number, double, single, mark] = match;
    if (name !== undefined) found.push({ type: 'name', text: name });
    else if (number !== undefined) found.push({ type: 'number', number: Number(number) });
    else if (mark !== undefined) found.push({ type: 'mark', text: mark });
    else found.push({ type: 'text', text: double ?? single ?? '' });
  }
}

function messageAt(
  list: readonly Token[],
  start: number,
  depth: number,
): { readonly message: Prototxt; readonly end: number } {
  if (depth > deepest) throw new Error('it has brackets too deep within one another');
  const message = new Map<string, PrototxtValue[]>();
  let at = start;
  for (let field = list[at]; field !== undefined; field = list[at]) {
    if (isMark(field, '}>')) break;
    if (field.type !== 'name') throw new Error('it has a value where a name should be');
    at += 1;
    const colon = isMark(list[at], ':');
    if (colon) at += 1;
    const { value, end } = valueAt(list, at, colon, depth);
    const known = message.get(field.text);
    if (known === undefined) message.set(field.text, [value]);
    else known.push(value);
    at = end;
  }
  return { message, end: at };
}

function valueAt(
  list: readonly Token[],
  at: number,
  colon: boolean,
  depth: number,
): { readonly value: PrototxtValue; readonly end: number } {
  const token = list[at];
  if (isMark(token, '{<')) {
    const { message, end } = messageAt(list, at + 1, depth + 1);
    if (!isMark(list[end], '}>')) throw new Error('it is cut off');
    return { value: message, end: end + 1 };
  }
  if (token === undefined) throw new Error('it is cut off');
  if (!colon || token.type === 'mark') throw new Error('it has a name without a value');
  const value = token.type === 'number' ? token.number : token.text;
  const truth = token.type === 'name' && (value === 'true' || value === 'false');
  return { value: truth ? value === 'true' : value, end: at + 1 };
}

function isMark(token: Token | undefined, marks: string): boolean {
  return token?.type === 'mark' && marks.includes(token.text);
}
