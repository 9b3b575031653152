import { judgeLayout } from './judge-layout';

judgeLayout('a stack for the network and one for the rest');
