import { judgeDeployed } from './deployed/judge-deployed';

describe('under no flags', () => judgeDeployed({}));
