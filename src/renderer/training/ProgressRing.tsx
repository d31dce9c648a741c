import styles from './TrainControls.module.css';

/** A small ring that fills clockwise with the progress, 0…1; an arc turns where it can't be told. */
export function ProgressRing({ progress }: { progress: number | null }) {
  return (
    <svg
      className={progress === null ? styles['turning'] : undefined}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="var(--accent)"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.2" strokeOpacity=".3" strokeWidth="2.4" />
      <circle
        cx="8"
        cy="8"
        r="6.2"
        pathLength="100"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeDasharray={`${(progress ?? 0.25) * 100} 200`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
