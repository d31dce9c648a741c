import { useEffect } from 'react';
import { isUnderWay } from './runPhase';
import { useRun } from './runStore';
import { trainNetwork } from './trainingActions';
import { useTrainObstacle } from './trainReadiness';

/** Ctrl or Cmd with Enter trains, pauses and resumes. */
export function useTrainShortcut(): void {
  const obstacle = useTrainObstacle();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      const { status, pause, resume } = useRun.getState();
      if (status === 'paused') resume();
      else if (isUnderWay(status)) pause();
      else if (obstacle === null) trainNetwork();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [obstacle]);
}
