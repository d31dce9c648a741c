export const trainingColour = 'var(--run-b)';
export const validationColour = 'var(--run-a)';
