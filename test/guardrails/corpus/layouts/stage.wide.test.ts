import { judgeLayout } from './judge-layout';

judgeLayout('two stacks of a stage');
