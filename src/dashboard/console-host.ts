import { Fn, type Stack, Token } from 'aws-cdk-lib';
import { consoleDomainOf, consoleHostOf } from '../aws/partitions';
import { inChina } from '../network/in-china';

/** The host of the console in the Region of a stack. Where only deployment knows the Region, it tells China from the others. */
export function consoleHost(stack: Stack): string {
  const { region } = stack;
  const [usual, chinese] = ['aws', 'aws-cn'].map(consoleDomainOf);
  if (!Token.isUnresolved(region)) return consoleHostOf(region) ?? `${region}.${usual}`;
  return `${region}.${Fn.conditionIf(inChina(stack).logicalId, chinese, usual).toString()}`;
}
