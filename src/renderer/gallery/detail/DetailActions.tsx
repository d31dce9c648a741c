import { Trash2 } from 'lucide-react';
import type { Template } from '../../../network/templates/template';
import { Hint } from '../../controls/Hint';
import { useEditor } from '../../editor/editorStore';
import { rich } from '../../language/rich';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { useUndoable } from '../../undoable/undoableStore';
import { insertFromGallery, openFromGallery } from '../galleryActions';
import { forgetTemplate, isOwn } from '../ownTemplates';
import styles from './DetailActions.module.css';

/** Opens the template as a project, or adds its layers to the one on the canvas. */
export function DetailActions({ template, broken }: { template: Template; broken: boolean }) {
  const locked = useEditor((state) => state.structureLocked);
  const { id, name } = template;
  return (
    <footer className={styles['actions']}>
      <button
        type="button"
        className={styles['open']}
        aria-disabled={broken}
        onClick={() => {
          if (!broken) openFromGallery(id);
        }}
      >
        {isOwn(template) ? t`Open` : t`Open ${say(name)}`}
      </button>
      <Hint
        text={
          locked
            ? t`Layers can be added when the run has stopped`
            : t`Adds its layers below the network on the canvas, as one step that can be undone`
        }
        side="top"
      >
        <button
          type="button"
          aria-disabled={locked || broken}
          onClick={() => {
            if (!locked && !broken) insertFromGallery(id);
          }}
        >
          {rich`Insert ${<span className={styles['where']}>{t`on canvas`}</span>}`}
        </button>
      </Hint>
      {isOwn(template) && (
        <Hint text={t`Delete the template ${say(name)}`} side="top">
          <button
            type="button"
            aria-label={t`Delete the template ${say(name)}`}
            onClick={() =>
              useUndoable.getState().tell(t`Deleted the template ${say(name)}.`, forgetTemplate(id))
            }
          >
            <Trash2 size={15} aria-hidden="true" />
          </button>
        </Hint>
      )}
    </footer>
  );
}
