import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrivateWords, placeholders } from '../../../src/protocol/privacy/privateWords';
import { redaction } from '../../../src/protocol/privacy/redactText';
import { leastTime } from '../leastTime';

const ann: PrivateWords = {
  home: '/home/ann',
  application: '/home/ann/programs/layerwise',
  user: 'ann',
  host: 'ann-laptop',
  projects: ['Thesis, second try', 'Mona Lisa'],
  machines: ['gpu-box', '10.1.2.3:8373'],
  tokens: ['correct horse'],
};
const redactAnn = redaction(ann);

/** The text between what stands for what was taken out. */
function pieces(text: string): readonly string[] {
  const marks = Object.values(placeholders).map((mark) => mark.replaceAll(/[<>]/g, ''));
  return text.split(new RegExp(`<(?:${marks.join('|')})>`));
}

function hasWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const letter = '[\\p{Script=Latin}\\p{N}]';
  return new RegExp(`(?<!${letter})${escaped}(?!${letter})`, 'iu').test(text);
}

describe('what is taken out of a line', () => {
  it.each([
    ['/home/ann/net.layerwise could not be opened.', '<path>.layerwise could not be opened.'],
    [
      "ENOENT: no such file or directory, open '/home/ann/my work/net.json'",
      "ENOENT: no such file or directory, open '<path>.json'",
    ],
    ['Reading /data/scans/ward 7/img 3.png now', 'Reading <path>.png now'],
    ['~/pictures/cat.png is no image', '<path>.png is no image'],
    ['C:\\Users\\ann\\net.layerwise is open elsewhere', '<path>.layerwise is open elsewhere'],
    ['\\\\server\\share\\net.layerwise', '<path>.layerwise'],
    [
      'at open (file:///home/ann/programs/layerwise/out/main/main.js:12:34)',
      'at open (<layerwise>/out/main/main.js:12:34)',
    ],
    [
      'at /home/ann/programs/layerwise/out/main/main.js:12:34 reading /home/ann/a/b',
      'at <layerwise>/out/main/main.js:12:34 reading <path>',
    ],
    ['at file:///home/ann/other/main.js:1:2', 'at <path>.js:1:2'],
    ['The run of Thesis, second try has ended', 'The run of <project> has ended'],
    ['mona lisa.layerwise', '<project>.layerwise'],
    ['https://gpu-box:8373/machine?token=abc answers nothing', 'https://<address> answers nothing'],
    ['wss://10.1.2.3:8373/socket', 'wss://<address>'],
    ['gpu-box is away', '<machine> is away'],
    ['Authorization: Bearer abcdefgh12', 'Authorization: Bearer <token>'],
    ['token=abcdefgh12&x', 'token=<token>&x'],
    ['the token zxcvbnmasdfghjklqwertyuiop123456 was wrong', 'the token <token> was wrong'],
    ['it said correct horse', 'it said <token>'],
    ['ann@ANN-Laptop: ann이 만든 것', '<user>@<host>: <user>이 만든 것'],
    ['https://proxy.uni-town.example/simple', 'https://<address>'],
    ['https://pypi.org/simple/tensorflow/?who=me', 'https://pypi.org/simple/tensorflow/'],
  ])('%s', (line, expected) => {
    expect(redactAnn(line)).toBe(expected);
  });

  it.each([
    'planned in a channel of the annex and/or elsewhere',
    'libcuda.so.1: /usr/lib/x86_64-linux-gnu/libcuda.so.1',
    '/job:localhost/replica:0/task:0/device:GPU:0',
    'Node 20.19.0, cuDNN 9.1.0.70, 28×28×1, 1e-4/step, 3 / 4',
    'layerwise://app/assets/index-B2c.js:1:200',
    'http://127.0.0.1:8373/',
    'I tensorflow/core/util/port.cc:153] oneDNN custom operations are on.',
  ])('but not of %s', (line) => {
    expect(redactAnn(line)).toBe(line);
  });

  it('is found in a path with a word that a browser knows nothing else of', () => {
    const redact = redaction({ ...ann, home: '', application: '', user: '', host: '', projects: [] });
    expect(redact('open /home/bob/x')).toBe('open <path>');
  });
});

const name = fc.stringMatching(/^[A-Za-z][a-z0-9]{2,8}$/);
const koreanName = fc.constantFrom('김철수', '이영희', '박 민수');
const person = fc.record({
  user: fc.oneof(name, koreanName, fc.constantFrom('user', 'path', 'layerwise', 'host')),
  host: fc.stringMatching(/^[a-z]{3,6}-[a-z0-9]{3,6}$/),
  root: fc.constantFrom('/home/', '/Users/', 'C:\\Users\\', '/mnt/big disk/people/'),
  project: fc.stringMatching(/^[A-Z][a-z]{3,8}( [a-z0-9]{2,6}){0,2}$/),
});
const word = fc.constantFrom(
  'The',
  'file',
  'loss',
  'step 3',
  '(conv1)',
  '3.5,',
  'of',
  '–',
  '“x”',
  'a/b',
  '한글은',
);
const segment = fc.stringMatching(/^q[a-z0-9]{7}$/);
const separators = fc.constantFrom(' ', ': ', '\n', ' "', "='", ', ', '=', '(', '@');

describe('for any person and any text', () => {
  it('neither home folder nor user, host, project or token survives', () => {
    const sample = person.chain(({ user, host, root, project }) => {
      const slash = root.includes('\\') ? '\\' : '/';
      const home = `${root}${user}`;
      const inHome = fc
        .array(segment, { minLength: 1, maxLength: 4 })
        .map((parts) => [home, ...parts].join(slash));
      const secret = fc.oneof(
        inHome,
        inHome.map((path) => `${path}.layerwise`),
        inHome.map((path) => `file://${path}`),
        inHome.map((path) => `${path} and more/${path}`),
        fc.constantFrom(user, user.toUpperCase(), host, project, `${project}.layerwise`, home),
      );
      const part = fc.oneof(
        word,
        secret,
        segment.map((token) => `${token}-1${token.repeat(4)}`),
      );
      return fc
        .array(fc.tuple(part, separators), { maxLength: 12 })
        .map((parts) => ({ user, host, home, project, text: parts.flat().join('') }));
    });
    fc.assert(
      fc.property(sample, ({ user, host, home, project, text }) => {
        const words = { home, application: '', user, host, projects: [project], machines: [], tokens: [] };
        for (const piece of pieces(redaction(words)(text))) {
          expect(piece.toLowerCase()).not.toContain(home.toLowerCase());
          for (const secret of [user, host, project]) expect(hasWord(piece, secret)).toBe(false);
          expect(piece).not.toMatch(/q[a-z0-9]{7}/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a text that nothing is left to take out of stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = redactAnn(text);
        expect(redactAnn(once)).toBe(once);
      }),
    );
  });

  it('a line as long as a log takes is done in no time', () => {
    for (const unit of ['/a b', 'a ', '/', 'x.', '~/a a', 'http://', '" /a/'])
      expect(leastTime(() => redactAnn(unit.repeat(20_000 / unit.length)), 2)).toBeLessThan(1000);
  });
});
