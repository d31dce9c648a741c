import { type Placeholder, type PrivateWords, placeholders } from './privateWords';
import { addressPattern, exactly, namePattern, pathPattern, tokenPattern } from './textPatterns';

/** Takes out of a text what is private. */
export type Redact = (text: string) => string;

/** Servers that anybody may know Layerwise goes to. */
const publicHosts =
  /^(?:127\.0\.0\.1|localhost|app|(?:[a-z0-9-]+\.)*(?:pypi\.org|pythonhosted\.org|npmjs\.org|github\.com|toronto\.edu|amazonaws\.com|nvidia\.com|tensorflow\.org|w3\.org))(?::\d+)?$/i;

/** Folders of the system and devices of TensorFlow (`/job:localhost/…`), which are the same for everyone. */
const systemPath =
  /^(?:\/(?:usr|lib|lib32|lib64|etc|proc|sys|dev|bin|sbin|System|Library)\/|\/job:|c:[\\/]windows[\\/])/i;

/** Too short to be told from the words of a sentence. */
const shortestName = 2;
/** Names of machines that are none. */
const nobodysHosts = new Set(['localhost', 'localhost.localdomain']);

/**
 * What takes the home folder, names of the user, the machine and projects, tokens, other machines' addresses and every
 * path but the system's and the program's own out of a text, in one pass: what stands in their place is not looked at
 * again. A name is found where it is a word of its own.
 */
export function redaction(words: PrivateWords): Redact {
  const names = namesOf(words);
  const namesAndTokens = onePass([...tokensOf(words), ...names]);
  const { home, application } = words;
  const everything = onePass([
    { pattern: addressPattern, replace: (found) => shortAddress(found, namesAndTokens) },
    { pattern: pathPattern(home), replace: path },
    ...tokensOf(words),
    ...names,
  ]);
  return everything;

  function path(address: string): string {
    const found = address.replace(/^file:\/\//i, '');
    if (application !== '' && isWithin(found, application))
      return `${placeholders.application}${upToSpace(found.slice(application.length))}`;
    if (systemPath.test(found) && (home === '' || !isWithin(found, home))) return upToSpace(found);
    const [, whole = '', rest = ''] = /^(.*?)((?::\d+)*[.,:;!?)\]}]*)$/su.exec(found) ?? [];
    const ending = /\.[a-z][a-z0-9]{0,9}$/i.exec(whole)?.[0] ?? '';
    return `${placeholders.path}${namesAndTokens(ending)}${rest}`;
  }

  /** Of a path that may stay, no more than is surely part of it. */
  function upToSpace(found: string): string {
    const [shown = ''] = found.split(/(?=\s)/u, 1);
    return namesAndTokens(shown) + everything(found.slice(shown.length));
  }
}

interface Rule {
  readonly pattern: string;
  replace(found: string): string;
}

function rule(pattern: string, placeholder: Placeholder): Rule {
  return { pattern, replace: () => placeholders[placeholder] };
}

/** Where two rules hold at the same place, the first one does. */
function onePass(rules: readonly Rule[]): Redact {
  const any = new RegExp(rules.map(({ pattern }, index) => `(?<r${index}>${pattern})`).join('|'), 'giu');
  return (text) =>
    text.replace(any, (...found: readonly unknown[]) => {
      const groups = found.at(-1);
      const [whole] = found;
      if (typeof whole !== 'string' || typeof groups !== 'object' || groups === null) return '';
      const index = Object.values(groups).findIndex((group) => group !== undefined);
      return rules[index]?.replace(whole) ?? '';
    });
}

function tokensOf({ tokens }: PrivateWords): readonly Rule[] {
  return [...tokens.filter((token) => token !== '').map(exactly), tokenPattern].map((pattern) =>
    rule(pattern, 'token'),
  );
}

/** The longer ones first, which may hold shorter ones. */
function namesOf({ projects, machines, user, host }: PrivateWords): readonly Rule[] {
  const hosts = nobodysHosts.has(host.toLowerCase()) ? [] : [host];
  const named = [
    ...projects.map((name) => ({ name, placeholder: 'project' as const })),
    ...machines.map((name) => ({ name, placeholder: 'machine' as const })),
    ...hosts.map((name) => ({ name, placeholder: 'host' as const })),
    { name: user, placeholder: 'user' as const },
  ];
  return named
    .filter(({ name }) => name.length >= shortestName)
    .sort((one, other) => other.name.length - one.name.length)
    .map(({ name, placeholder }) => rule(namePattern(name), placeholder));
}

function shortAddress(found: string, names: Redact): string {
  const [, scheme = '', rest = ''] = /^([^:]*):\/\/(.*)$/su.exec(found) ?? [];
  const [authority = ''] = rest.split(/[/?#]/, 1);
  if (!publicHosts.test(authority)) return `${scheme}://${placeholders.address}`;
  return `${scheme}://${names(rest.replace(/[?#].*$/su, ''))}`;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
