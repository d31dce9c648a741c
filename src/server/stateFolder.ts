import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the server's engine log and its device settings go: XDG_STATE_HOME/layerwise, else ~/.local/state/layerwise. */
export function stateFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const xdg = environment['XDG_STATE_HOME'];
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'state'), 'layerwise');
}
