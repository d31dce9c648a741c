import { checkNetworks } from './checkNetworks';
import { pytorchPeer } from './scriptPeer';

checkNetworks(pytorchPeer);
