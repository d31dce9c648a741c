import { checkTemplates } from './checkTemplates';
import { pytorchPeer } from './scriptPeer';

checkTemplates(pytorchPeer);
