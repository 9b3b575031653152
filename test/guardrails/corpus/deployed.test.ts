import { CDK_INIT_FLAGS } from '../cdk-init-flags';
import { DEPLOYED, judgeDeployed } from './deployed/judge-deployed';

describe('under the flags of cdk init', () => judgeDeployed(CDK_INIT_FLAGS));

test('at least 75 configurations are deployed', () => expect(new Set(DEPLOYED.map(([sentence]) => sentence)).size).toBeGreaterThanOrEqual(75));
