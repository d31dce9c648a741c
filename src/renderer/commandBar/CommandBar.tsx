import { ProjectMenu } from '../project/ProjectMenu';
import { ProjectName } from '../project/ProjectName';
import { ProgressLine } from '../training/ProgressLine';
import { TrainControls } from '../training/TrainControls';
import { CodeButton } from './CodeButton';
import styles from './CommandBar.module.css';
import { CommandsButton } from './CommandsButton';
import { StartButton } from './StartButton';
import { TemplatesButton } from './TemplatesButton';
import { UndoRedo } from './UndoRedo';

/** The bar at the top: project, undo, and at its right end what trains. */
export function CommandBar() {
  return (
    <header className={styles['bar']} data-region="title">
      <StartButton />
      <div className={styles['project']}>
        <ProjectName />
        <ProjectMenu />
      </div>
      <span className={styles['separator']} />
      <UndoRedo />
      <span className={styles['elsewhere']}>
        <span className={styles['separator']} />
        <TemplatesButton />
        <CodeButton />
      </span>
      <span className={styles['gap']} />
      <CommandsButton />
      <span className={styles['gap']} />
      <TrainControls />
      <ProgressLine />
    </header>
  );
}
