import { hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import type { PrivateWords } from '../../protocol/privacy/privateWords';
import { type Redact, redaction } from '../../protocol/privacy/redactText';

/** What may change while the application runs. */
type Changing = Pick<PrivateWords, 'projects' | 'machines' | 'tokens'>;

/** As much as is known of a machine that a person has named. */
interface NamedMachine {
  readonly name?: string;
  readonly address?: string;
  readonly token: string | null;
}

/** So many names of projects are remembered. */
const mostProjects = 200;
const projectEnding = /\.layerwise$/i;

/** The private words of this person and machine, and what takes them out of a text. */
export class KnownWords {
  readonly #fixed: Pick<PrivateWords, 'home' | 'application' | 'user' | 'host'>;
  #changing: Changing = { projects: [], machines: [], tokens: [] };
  #redact: Redact | null = null;

  constructor(home: string, application: string) {
    this.#fixed = { home, application, user: userName(), host: hostname() };
  }

  /** A project's name or path; known from now on. */
  learnProject(nameOrPath: string): void {
    const name = basename(nameOrPath).replace(projectEnding, '');
    if (this.#changing.projects.includes(name)) return;
    this.#learn({ projects: [name, ...this.#changing.projects].slice(0, mostProjects) });
  }

  learnMachine({ name = '', address = '', token }: NamedMachine): void {
    const { host, hostname: bare } = URL.canParse(address)
      ? new URL(address)
      : { host: address, hostname: '' };
    const { machines, tokens } = this.#changing;
    this.#learn({
      machines: [...new Set([...machines, name, host, bare])],
      tokens: [...new Set([...tokens, token ?? ''])],
    });
  }

  readonly redact: Redact = (text) => {
    this.#redact ??= redaction({ ...this.#fixed, ...this.#changing });
    return this.#redact(text);
  };

  #learn(changes: Partial<Changing>): void {
    this.#changing = { ...this.#changing, ...changes };
    this.#redact = null;
  }
}

/** The system may have no name for who runs this. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? '';
  }
}
