import { report } from './report';
import { scaffoldSignature } from './scaffold-signature';

const [cause] = process.argv.slice(2);

report(() => scaffoldSignature(process.cwd(), cause), [
  `npx jest test/filled-in.test.ts test/diagnosis/signatures test/diagnosis/field-cases.test.ts -t ${cause}`,
  'npm run docs',
]);
