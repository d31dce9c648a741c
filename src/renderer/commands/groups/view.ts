import {
  BookOpen,
  FlaskConical,
  GraduationCap,
  History,
  Keyboard,
  LayoutTemplate,
  Presentation,
  Ruler,
  ScanEye,
  Search,
  Settings,
  SunMoon,
} from 'lucide-react';
import { useColourBy } from '../../canvas/colourBy';
import { useShapesShown } from '../../canvas/shapeLabels/shapesShown';
import { useView, zoomStep } from '../../canvas/viewStore';
import { useCommandPalette } from '../../commandPalette/commandPaletteStore';
import { useDock } from '../../dock/dockStore';
import { dockTabLabels, dockTabs } from '../../dock/dockTabs';
import { useGlossary } from '../../glossary/glossaryStore';
import { useInspector } from '../../inspector/inspectorStore';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { useLesson } from '../../lesson/lessonStore';
import { usePalette } from '../../palette/paletteStore';
import { measuredQuantities } from '../../quantities/measuredQuantities';
import { quantities } from '../../quantities/quantities';
import { quantityIds } from '../../quantities/quantity';
import { themeSetting, toggleLectureMode } from '../../settings/groups/appearance';
import { changeSetting } from '../../settings/settingsStore';
import { useShortcutSheet } from '../../shortcuts/shortcutSheetStore';
import { useTheme } from '../../theme/themeStore';
import { useRun } from '../../training/runStore';
import { toggleUsing } from '../../using/openUsing';
import { useOpenView } from '../../views/openView';
import type { Command, CommandGroup } from '../command';
import { emptyNetwork, lockedByRun, noLayerSelected } from '../obstacles';

const toggleView = (view: 'gallery' | 'laboratory' | 'runs' | 'settings') => () =>
  useOpenView.getState().toggle(view);

export const view: CommandGroup = {
  id: 'view',
  label: () => t`View`,
  commands: [
    {
      id: 'view.commands',
      label: () => t`All commands…`,
      keys: ['Mod+K', 'Mod+Shift+P'],
      scope: 'typing',
      icon: Search,
      unlisted: true,
      perform: () => useCommandPalette.getState().show(),
    },
    {
      id: 'view.fit',
      label: () => t`Fit the network`,
      keys: ['Shift+1'],
      obstacle: emptyNetwork,
      perform: () => useView.getState().fit(),
    },
    {
      id: 'view.zoomToSelection',
      label: () => t`Zoom to the selection`,
      keys: ['Shift+2'],
      obstacle: noLayerSelected,
      perform: () => useView.getState().zoomToSelection(),
    },
    {
      id: 'view.zoomIn',
      label: () => t`Zoom in`,
      keys: ['Plus'],
      repeats: true,
      perform: () => useView.getState().zoomBy(zoomStep),
    },
    {
      id: 'view.zoomOut',
      label: () => t`Zoom out`,
      keys: ['-'],
      repeats: true,
      perform: () => useView.getState().zoomBy(1 / zoomStep),
    },
    {
      id: 'view.zoomWhole',
      label: () => t`Zoom to 100 %`,
      keys: ['Shift+0'],
      perform: () => useView.getState().zoomBy('whole'),
    },
    {
      id: 'view.shapes',
      label: () => t`Shapes on the connections`,
      icon: Ruler,
      perform: () => useShapesShown.getState().toggle(),
    },
    {
      id: 'view.layers',
      label: () => t`Panel of layers`,
      obstacle: lockedByRun,
      perform: () => usePalette.getState().toggle(),
    },
    {
      id: 'view.inspector',
      label: () => t`Panel of what is selected`,
      perform: () => useInspector.getState().toggle(),
    },
    {
      id: 'view.dock',
      label: () => t`Charts below the network`,
      keys: ['Mod+J'],
      perform: () => useDock.getState().toggle(),
    },
    ...dockTabs.map(
      (tab): Command => ({
        id: `view.dock.${tab}`,
        label: () => t`Show ${dockTabLabels[tab]()}`,
        perform: () => useDock.getState().showTab(tab),
      }),
    ),
    {
      id: 'view.colour.category',
      label: () => t`Colour by category`,
      perform: () => useColourBy.getState().choose('category'),
    },
    ...quantityIds.map(
      (id): Command => ({
        id: `view.colour.${id}`,
        label: () => t`Colour by: ${say(quantities[id].label)}`,
        words: () => quantities[id].symbol,
        obstacle: () =>
          measuredQuantities(useRun.getState()).includes(id)
            ? null
            : t`This was not measured at the step that is shown. Train first.`,
        perform: () => useColourBy.getState().choose(id),
      }),
    ),
    {
      id: 'view.network',
      label: () => t`Back to the network`,
      scope: 'window',
      obstacle: () => (useOpenView.getState().view === null ? t`The network is in view.` : null),
      perform: () => useOpenView.getState().close(),
    },
    {
      id: 'view.gallery',
      label: () => t`Templates`,
      scope: 'window',
      icon: LayoutTemplate,
      perform: toggleView('gallery'),
    },
    {
      id: 'view.laboratory',
      label: () => t`Laboratory`,
      scope: 'window',
      icon: FlaskConical,
      perform: toggleView('laboratory'),
    },
    {
      id: 'view.runs',
      label: () => t`Runs`,
      scope: 'window',
      icon: History,
      perform: toggleView('runs'),
    },
    {
      id: 'view.use',
      label: () => t`Use what was trained`,
      scope: 'window',
      icon: ScanEye,
      perform: toggleUsing,
    },
    {
      id: 'view.lesson',
      label: () => t`Lesson of five minutes`,
      scope: 'window',
      icon: GraduationCap,
      perform: () => useLesson.getState().toggle(),
    },
    {
      id: 'view.settings',
      label: () => t`Settings…`,
      keys: ['Mod+,'],
      scope: 'typing',
      icon: Settings,
      perform: toggleView('settings'),
    },
    {
      id: 'view.lectureMode',
      label: () => t`Lecture mode`,
      keys: ['Mod+Shift+L'],
      scope: 'typing',
      icon: Presentation,
      perform: toggleLectureMode,
    },
    {
      id: 'view.theme',
      label: () => t`Dark or light theme`,
      scope: 'window',
      icon: SunMoon,
      perform: () => changeSetting(themeSetting, useTheme.getState().theme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'view.glossary',
      label: () => t`Glossary`,
      scope: 'window',
      icon: BookOpen,
      perform: () => useGlossary.getState().show(null),
    },
    {
      id: 'view.keys',
      label: () => t`List of keys`,
      keys: ['?'],
      scope: 'window',
      icon: Keyboard,
      perform: () => useShortcutSheet.getState().show(),
    },
  ],
};
