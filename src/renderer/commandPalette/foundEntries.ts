/** Entries of the palette for what there is in the network, on the disk and in the tables. */
import { layerKind } from '../../network/layers/registry';
import type { RecentProject } from '../../protocol/keptProjects';
import { useEditor } from '../editor/editorStore';
import { focusCard } from '../editor/focus';
import { startFromRun } from '../fineTuning/fineTuningActions';
import { momentText } from '../format/moments';
import { useGallery } from '../gallery/galleryStore';
import { offeredTemplates } from '../gallery/offeredTemplates';
import { say } from '../language/say';
import { t } from '../language/t';
import { showNote } from '../notes/noteActions';
import { openRecentProject } from '../project/projectActions';
import { distinctNames } from '../runs/distinctNames';
import { useKeptRuns } from '../runs/keptRunsStore';
import { settingGroups } from '../settings/settingGroups';
import { useSettingsSearch } from '../settings/settingsSearchStore';
import { goToTab } from '../tabs/goToTab';
import { useTabs } from '../tabs/tabsStore';
import { openKeptRun } from '../training/trainingActions';
import { useTrainingTab } from '../training/trainingElsewhere';
import { useOpenView } from '../views/openView';
import type { PaletteEntry } from './paletteEntry';

/** So many runs are offered, the latest. */
const offeredRuns = 30;

/** Goes to a layer of the network. */
export function layerEntries(): readonly PaletteEntry[] {
  const { nodes } = useEditor.getState().history.document;
  return nodes.map(({ id, kind, label }) => ({
    found: true,
    group: t`Layers of the network`,
    detail: layerKind(kind).label,
    command: {
      id: `layer.${id}`,
      label: () => t`Go to ${label}`,
      perform: () => {
        useEditor.getState().focusLayer(id);
        focusCard(id);
      },
    },
  }));
}

/** Goes to another project that is open. */
export function tabEntries(): readonly PaletteEntry[] {
  const { tabs, front } = useTabs.getState();
  return tabs
    .filter((tab) => tab !== front)
    .map((tab) => {
      const { history, path } = useEditor.of(tab).getState();
      return {
        found: true,
        group: t`Open projects`,
        detail: path ?? '',
        command: {
          id: `tab.${tab}`,
          scope: 'window',
          label: () => t`Go to ${history.document.name}`,
          perform: () => goToTab(tab),
        },
      };
    });
}

/** Goes to a note. */
export function noteEntries(): readonly PaletteEntry[] {
  return (useEditor.getState().history.document.notes ?? []).map(({ id, text }) => ({
    found: true,
    group: t`Notes`,
    detail: '',
    command: {
      id: `note.${id}`,
      label: () => t`Go to the note “${text.replaceAll(/\s+/g, ' ').slice(0, 60)}”`,
      perform: () => showNote(id),
    },
  }));
}

/** Shows a template in the gallery, which opens or inserts it. */
export function templateEntries(): readonly PaletteEntry[] {
  return offeredTemplates().map(({ id, name, year, idea }) => ({
    found: true,
    group: t`Templates`,
    detail: String(year),
    command: {
      id: `template.${id}`,
      scope: 'window',
      label: () => say(name),
      words: () => say(idea),
      perform: () => {
        useGallery.setState({ chosen: id, filter: 'all', search: '' });
        useOpenView.getState().show('gallery');
      },
    },
  }));
}

/** Shows a run that was written down. */
export function runEntries(): readonly PaletteEntry[] {
  const runs = (useKeptRuns.getState().kept?.runs ?? []).slice(0, offeredRuns);
  const names = distinctNames(runs);
  return runs.map(({ folder, startedAt, notes }, place) => ({
    found: true,
    group: t`Runs`,
    detail: momentText(new Date(startedAt), new Date()),
    command: {
      id: `run.${folder}`,
      label: () => t`Show the run ${names[place] ?? folder}`,
      words: () => notes.tags.join(' '),
      obstacle: () => (useTrainingTab.getState().tab !== null ? t`A run is under way. Stop it first.` : null),
      perform: () => openKeptRun(folder),
    },
  }));
}

/** Has the network on the canvas begin with the weights of a run. */
export function startingWeightsEntries(): readonly PaletteEntry[] {
  const trained = (useKeptRuns.getState().kept?.runs ?? []).filter(({ step }) => step > 0);
  const runs = trained.slice(0, offeredRuns);
  const names = distinctNames(runs);
  return runs.map((run, place) => ({
    found: true,
    group: t`Runs`,
    detail: momentText(new Date(run.startedAt), new Date()),
    command: {
      id: `weights.${run.folder}`,
      label: () => t`Start from the weights of ${names[place] ?? run.folder}`,
      words: () => run.notes.tags.join(' '),
      perform: () => startFromRun(run),
    },
  }));
}

/** Shows a setting. */
export function settingEntries(): readonly PaletteEntry[] {
  return settingGroups.flatMap(({ label: group, settings }) =>
    settings.map(({ id, label, help }) => ({
      found: true,
      group: t`Settings`,
      detail: say(group),
      command: {
        id: `setting.${id}`,
        scope: 'window',
        label: () => say(label),
        words: () => say(help),
        perform: () => {
          useSettingsSearch.getState().searchFor(say(label));
          useOpenView.getState().show('settings');
        },
      },
    })),
  );
}

export function projectEntries(projects: readonly RecentProject[]): readonly PaletteEntry[] {
  return projects.map(({ path, name, folder }) => ({
    found: true,
    group: t`Recent projects`,
    detail: folder,
    command: {
      id: `recent.${path}`,
      scope: 'window',
      label: () => t`Open ${name}`,
      perform: () => void openRecentProject(path),
    },
  }));
}
