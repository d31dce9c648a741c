import { basename } from 'node:path';
import { projectLimits } from '../../network/graph/projectSchema';

/** What a network is called by its file: the name without its ending. */
export function modelName(path: string, endings: readonly string[]): string {
  const name = basename(path);
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`));
  return ending === undefined ? name : name.slice(0, -ending.length - 1);
}

/** A name that a project can have; `fallback` where nothing of it is left. */
export function projectName(name: string, fallback: string): string {
  return name.replace(/\p{C}/gu, '').trim().slice(0, projectLimits.nameLength) || fallback;
}
