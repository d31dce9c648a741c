import { checkNetworks } from './checkNetworks';
import { kerasPeer } from './scriptPeer';

checkNetworks(kerasPeer);
