import { checkScripts } from './checkScripts';
import { kerasPeer } from './scriptPeer';

/** TensorFlow traces each of their hundreds of layers, twice. */
const deep = /110|resnet-(v2-)?50|inception|googlenet-bn|resnet-(shortcut|exclusive|conv|dropout)/;

checkScripts(kerasPeer, deep);
