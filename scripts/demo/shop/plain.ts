import { webService } from './declaration';

webService();
