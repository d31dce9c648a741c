import { useEffect } from 'react';
import type { OpenProjects } from '../../protocol/keptProjects';
import { isBlank, useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { autosaveSetting } from '../settings/groups/saving';
import { followSetting } from '../settings/settingsStore';
import { useTabs } from '../tabs/tabsStore';
import { savesItself } from './autosaving';

/** Tells the window the names of its projects, which have unsaved changes, and which is seen. */
export function useProjectWindow(): void {
  useEffect(() => {
    let told = '';
    const tell = (): void => {
      const open = openProjects();
      const text = JSON.stringify(open);
      if (text !== told) void window.layerwise.call('describeWindow', open);
      told = text;
    };
    const stops = [useEditor.follow(tell), useTabs.subscribe(tell), followSetting(autosaveSetting, tell)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function openProjects(): OpenProjects {
  const { tabs, front } = useTabs.getState();
  const projects = tabs.map((tab) => {
    const editor = useEditor.of(tab).getState();
    return {
      project: tab,
      projectName: editor.history.document.name,
      path: editor.path,
      blank: isBlank(editor),
      unsavedChanges: hasUnsavedChanges(editor),
      savesItself: savesItself(editor),
    };
  });
  return { projects, shown: front };
}
