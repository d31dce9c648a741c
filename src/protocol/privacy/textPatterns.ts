/** Sources of regular expressions, for the flags `giu`, that find what may be private in a line. */

const wordCharacter = '[\\p{Script=Latin}\\p{N}]';

/** A name as a word of its own: "ann" not in "planned", but before a Korean particle. */
export function namePattern(name: string): string {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && new RegExp(wordCharacter, 'u').test(character);
  const letters = [...name];
  const before = isWord(letters[0]) ? `(?<!${wordCharacter})` : '';
  const after = isWord(letters.at(-1)) ? `(?!${wordCharacter})` : '';
  return `${before}${exactly(name)}${after}`;
}

export function exactly(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** `scheme://` and all up to a space or a quote; one of a file is a path. */
export const addressPattern = '\\b(?!file:)[a-z][a-z0-9+.]*:\\/\\/[^\\s"\'`<>|]*';

/** Words of 32 characters and more with a figure in them, and what follows "token=" or "Bearer". */
export const tokenPattern =
  '(?<![A-Za-z0-9_-])(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{32,}' +
  '|(?<=\\b(?:token|password|secret)["\']?\\s?[:=]\\s?["\']?|\\bbearer\\s)[^\\s"\'`,;&<>]{8,}';

const withinPath = '[^\\s"\'`<>|“”‘’]*';
const fileEndings =
  'layerwise|json|jsonl|onnx|keras|h5|hdf5|pt|safetensors|prototxt|caffemodel|npz|npy|csv|tar|gz|zip|png|jpe?g|txt|pdf';
/** A path goes on behind a space where a word later on has a slash or the ending of a file. */
const behindSpaces =
  `(?:(?: [^\\s"'\`<>|/\\\\]+){1,6}[/\\\\]${withinPath})*` +
  `(?:(?: [^\\s"'\`<>|/\\\\]+){1,6}?(?<=\\.(?:${fileEndings}))(?![\\p{L}\\p{N}]))?`;
const start = '(?:file:\\/\\/(?=\\S)|~?\\/(?=[^\\s/]*\\/)|~[\\\\]|[a-z]:[\\\\/]|\\\\\\\\(?=[^\\s\\\\]))';

/**
 * An absolute path in quotes, one of two names or more outside of them, and whatever begins with the home folder, as
 * far as such a path may reach: rather too far than not far enough.
 */
export function pathPattern(home: string): string {
  const quoted = ['"', "'", '`'].map((quote) => `(?<=${quote})${start}[^${quote}\\n]*(?=${quote})`);
  const plain = `(?<![\\p{L}\\p{N}_.>)\\]/-])${start}${withinPath}${behindSpaces}`;
  const underHome = home === '' ? [] : [`${exactly(home)}${withinPath}${behindSpaces}`];
  return [...quoted, ...underHome, plain].join('|');
}
