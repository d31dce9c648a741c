import { z } from 'zod';
import { create } from 'zustand';
import type { NetworkDocument } from '../../network/graph/document';
import { parseProject, serialiseProject } from '../../network/graph/projectFile';
import type { Template } from '../../network/templates/template';
import { dayText } from '../format/moments';
import { t } from '../language/t';

interface OwnTemplatesState {
  /** The latest first. */
  readonly templates: readonly Template[];
}

/** Whether a person has kept the template themselves. */
export function isOwn({ id }: Template): boolean {
  return id.startsWith(ownPrefix);
}

const ownPrefix = 'own-';

const keptSchema = z.array(z.strictObject({ id: z.string(), savedAt: z.number(), text: z.string() }));
type KeptTemplate = z.infer<typeof keptSchema>[number];

const key = 'layerwise.templates';

/** Networks that were kept as templates, in the storage of the window's profile. */
export const useOwnTemplates = create<OwnTemplatesState>(() => ({
  templates: readKept().flatMap(asTemplate),
}));

/** Keeps a network as a template and gives its id; or says why that failed. */
export function keepTemplate(
  document: NetworkDocument,
): { readonly id: string } | { readonly problem: string } {
  const kept = {
    id: `${ownPrefix}${crypto.randomUUID()}`,
    savedAt: Date.now(),
    text: serialiseProject(document),
  };
  const problem = write([kept, ...readKept()]);
  return problem === null ? { id: kept.id } : { problem };
}

/** Gives the way to bring it back to where it stood among the others. */
export function forgetTemplate(id: string): () => void {
  const before = readKept();
  const place = before.findIndex((kept) => kept.id === id);
  write(before.filter((kept) => kept.id !== id));
  return () => {
    const forgotten = before[place];
    const now = readKept();
    if (forgotten === undefined || now.some((kept) => kept.id === id)) return;
    write(now.toSpliced(place, 0, forgotten));
  };
}

/** Null where all is well; otherwise what the browser says. */
function write(kept: readonly KeptTemplate[]): string | null {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  useOwnTemplates.setState({ templates: kept.flatMap(asTemplate) });
  return null;
}

/** Nothing where there is nothing yet. What can't be read is put aside, where the next template doesn't overwrite it. */
function readKept(): readonly KeptTemplate[] {
  const text = localStorage.getItem(key);
  if (text === null) return [];
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    localStorage.setItem(`${key}.damaged`, text);
    return [];
  }
}

/** None where its text can't be read any more. */
function asTemplate({ id, savedAt, text }: KeptTemplate): readonly Template[] {
  const result = parseProject(text);
  if ('problem' in result) return [];
  const { document } = result;
  const day = new Date(savedAt);
  return [
    {
      id,
      name: document.name,
      family: 'classic',
      year: day.getFullYear(),
      paper: t`Kept on ${dayText(day)}`,
      idea: '',
      published: '',
      watch: '',
      settings: {},
      create: () => document,
    },
  ];
}
