import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { StopAnalyzer, type StopAnalyzerProps } from '../../src';

interface Handler {
  readonly Properties: { readonly Environment: { readonly Variables: { readonly MESSAGES_PER_MINUTE: string } } };
}

const environmentWith = (props: StopAnalyzerProps): string => {
  const stack = new Stack(new App(), 'Shop');
  new StopAnalyzer(stack, 'StopAnalyzer', props);
  const [handler] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')) as unknown as readonly Handler[];
  return handler.Properties.Environment.Variables.MESSAGES_PER_MINUTE;
};

test('ten messages a minute are sent to a topic, unless the analyzer says otherwise', () => {
  expect(environmentWith({})).toBe('10');
  expect(environmentWith({ messagesPerMinute: 60 })).toBe('60');
});

test.each([0, 61, 2.5, NaN])('%p messages a minute are refused', messagesPerMinute => {
  expect(() => environmentWith({ messagesPerMinute })).toThrow(
    `'messagesPerMinute' is ${messagesPerMinute}, but it must be a whole number from 1 to 60, because SNS disables an email `
    + 'subscription that receives more than ten messages per second; set it in this range',
  );
});
