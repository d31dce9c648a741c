import { checkScripts } from './checkScripts';
import { pytorchPeer } from './scriptPeer';

checkScripts(pytorchPeer);
