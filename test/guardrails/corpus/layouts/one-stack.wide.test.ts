import { judgeLayout } from './judge-layout';

judgeLayout('one stack');
