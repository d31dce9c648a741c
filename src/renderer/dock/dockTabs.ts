import { t } from '../language/t';

export const dockTabs = ['loss', 'gradients', 'diagnosis', 'compare', 'costs', 'code'] as const;
export type DockTab = (typeof dockTabs)[number];

/** Names of the dock's tabs, in the window's language. */
export const dockTabLabels: Readonly<Record<DockTab, () => string>> = {
  loss: () => t`Loss & accuracy`,
  gradients: () => t`Gradient flow`,
  diagnosis: () => t`Diagnosis`,
  compare: () => t`Compare`,
  costs: () => t`Layers & cost`,
  code: () => t`Code`,
};
