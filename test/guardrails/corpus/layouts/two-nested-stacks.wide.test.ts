import { judgeLayout } from './judge-layout';

judgeLayout('a nested stack for the network and one for the rest');
