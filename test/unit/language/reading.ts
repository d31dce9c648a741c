import type { SyntaxNode } from './syntax';

/** Properties, and attributes of components, that hold what people read. */
const readNames =
  /^(label|title|name|help|text|message|advice|heading|description|words|note|remark|subject|evidence|cause|expectation|placeholder|caption|summary|idea|watch|published|claim|question|aria-label|aria-valuetext|alt|subtitle|aside|low|high|healthy)$/;

/** Properties that hold what the browser, the system or a file reads; `spellings` are of the English text. */
const otherNames =
  /^(d|transform|viewBox|path|background.*|left|right|top|bottom|width|height|stroke.*|fill|font.*|grid.*|clipPath|className|type|kind|id|state|status|front|side|key|colou?r|--.*|inset|mask.*|filter|cursor|keys|accelerator|role|href|src|value|align.*|inputMode|preserveAspectRatio|style|source|paper|family|operator|op|dtype|command|usage|mime|className|spellings|variable|parameter|argument)$/;

/** What only looks like words: names of products, units, and the language of machines. */
const machineText =
  /^[[.#<|]|^\(prefers|var\(|^https?:|translate\(|[a-z]+-(src|uri|action|ancestors) |gradient\(|color-mix|rgba?\(|calc\(|react-flow|nodrag|nokey|\[role|^[a-z]+[-_][a-z-_]+$|^(--|import |from |def |class |return |\$)|\n|&[A-Za-z]/;

export function isReadName(name: string): boolean {
  return readNames.test(name);
}

/** Attributes of elements and components whose texts are shown or read out as they stand. */
export function isShownAttribute(name: string): boolean {
  return /^(aria-label|aria-valuetext|title|placeholder|alt|label|help|text|note|caption|subtitle)$/.test(
    name,
  );
}

export function isOtherName(name: string): boolean {
  return otherNames.test(name);
}

/** Words with a lower-case letter, which codes and abbreviations lack. */
function wordsIn(pattern: string): number {
  return pattern.replaceAll(/\{\{\d+\}\}/g, ' ').match(/[A-Za-z’'-]*[a-z][A-Za-z’'-]+/g)?.length ?? 0;
}

/**
 * Whether a literal reads like words for people: two words or more, or one that stands where people read, with a capital
 * unless it `startsSmall`.
 */
export function isForPeople(pattern: string, name: string, fewest: number, startsSmall: boolean): boolean {
  const text = pattern.trim();
  if (machineText.test(text)) return false;
  const words = wordsIn(text);
  if (words >= fewest && /[a-z’.,:] |[:,.]? \{\{|\}\} /.test(text)) return true;
  if (startsSmall && name !== '' && /^[A-Z][a-z]{2,}$/.test(text)) return true;
  return words >= 1 && isReadName(name) && (startsSmall ? /^[A-Za-z]/ : /^[A-Z]/).test(text);
}

/** Calls whose texts no one reads. */
const silentCalls =
  /^(document\.|window\.matchMedia|console\.)|(^|\.)(getItem|setItem|addEventListener|removeEventListener|closest|querySelector|querySelectorAll|getPropertyValue|setProperty|join|split|startsWith|endsWith|includes|indexOf|replace|replaceAll|test|match|padStart|createElement|getContext|setAttribute|getAttribute|require|regex|assertNever|tokenValue|describe|noteProblem|noteInLog)$|(^|\.)log\.(note|problem)$/;

export function isSilentCall(callee: string): boolean {
  return silentCalls.test(callee);
}

/** Errors that are bugs, or that are caught; what went wrong for a person comes with advice. */
export function isForDevelopers(callee: string): boolean {
  return /Error$/.test(callee) && !/Advice|Problem/.test(callee);
}

/** Parts of a program whose literals are types, names or comparisons. */
export function isSilent(node: SyntaxNode): boolean {
  return /^(Import|ExportAll|TSTypeAlias|TSInterface|TSTypeAnnotation|TSTypeParameter|TSLiteral)/.test(
    node.type,
  );
}
