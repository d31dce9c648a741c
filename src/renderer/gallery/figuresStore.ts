import { create } from 'zustand';
import type { NetworkDocument } from '../../network/graph/document';
import type { Template } from '../../network/templates/template';
import { oneOfEachFamily } from './depthFamilies';
import { figuresOfNetwork, type TemplateFigures } from './figures';
import { offeredTemplates } from './offeredTemplates';
import { defaultSettings } from './templateSettings';

interface FiguresState {
  /** Figures of the templates as they are offered, by id, as far as they are known. */
  readonly known: ReadonlyMap<string, TemplateFigures>;
}

/** The figures on the cards. They are computed while the window has nothing else to do, and kept. */
export const useFigures = create<FiguresState>(() => ({ known: new Map() }));

/** Templates in view, which go first. Some of them are not listed, as those of unusual depth. */
const urgent = new Map<string, Template>();
let working = false;
/** Less idle time than this is left for what a person does next. */
const leastIdleMilliseconds = 8;

/** Begins to compute the figures of all templates, or goes on with it. */
export function computeFigures(): void {
  if (working) return;
  working = true;
  requestIdleCallback(work);
}

/** A card has come into view: its figures go before those of others. */
export function hurryFigures(template: Template): void {
  urgent.set(template.id, template);
  computeFigures();
}

/** A network that was made, and whose figures come next: both at once would take the window too long. */
let made: { readonly id: string; readonly network: NetworkDocument } | null = null;

function work(deadline: IdleDeadline): void {
  // One step at least, so that a busy window gets there as well.
  do step();
  while (working && deadline.timeRemaining() > leastIdleMilliseconds);
  if (working) requestIdleCallback(work);
}

function step(): void {
  const { known } = useFigures.getState();
  if (made !== null) {
    useFigures.setState({ known: new Map(known).set(made.id, figuresOfNetwork(made.network)) });
    made = null;
    return;
  }
  const next = nextTemplate(known);
  if (next === undefined) working = false;
  else made = { id: next.id, network: next.create(defaultSettings(next)) };
}

function nextTemplate(known: ReadonlyMap<string, TemplateFigures>): Template | undefined {
  const unknown = ({ id }: Template) => !known.has(id);
  return [...urgent.values()].find(unknown) ?? oneOfEachFamily(offeredTemplates(), undefined).find(unknown);
}
