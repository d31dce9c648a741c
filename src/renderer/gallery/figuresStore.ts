import { create } from 'zustand';
import type { Template } from '../../network/templates/template';
import { figuresOf, type TemplateFigures } from './figures';
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

function work(deadline: IdleDeadline): void {
  const known = new Map(useFigures.getState().known);
  let next = nextTemplate(known);
  // One at least, so that a busy window gets there as well.
  do {
    if (next === undefined) break;
    known.set(next.id, figuresOf(next, defaultSettings(next)));
    next = nextTemplate(known);
  } while (deadline.timeRemaining() > 8);
  useFigures.setState({ known });
  working = next !== undefined;
  if (working) requestIdleCallback(work);
}

function nextTemplate(known: ReadonlyMap<string, TemplateFigures>) {
  const unknown = ({ id }: Template) => !known.has(id);
  return [...urgent.values()].find(unknown) ?? offeredTemplates().find(unknown);
}
