import { judgeLayout } from './judge-layout';

judgeLayout('a nested stack');
