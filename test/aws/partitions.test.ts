import { consoleHostOf, isConsolePage, namesAws, partitionOf, REGION_PATTERN } from '../../src/aws/partitions';

test.each([
  ['eu-west-1', 'aws', 'amazonaws.com', 'eu-west-1.console.aws.amazon.com'],
  ['mx-central-1', 'aws', 'amazonaws.com', 'mx-central-1.console.aws.amazon.com'],
  ['cn-northwest-1', 'aws-cn', 'amazonaws.com.cn', 'cn-northwest-1.console.amazonaws.cn'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com', 'us-gov-east-1.console.amazonaws-us-gov.com'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov', undefined],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov', undefined],
  ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk', undefined],
  ['us-isof-south-1', 'aws-iso-f', 'csp.hci.ic.gov', undefined],
])('%s is in %s, answers in %s and has its console at %s', (region, id, dnsSuffix, console) => {
  expect(partitionOf(region)).toMatchObject({ id, dnsSuffix });
  expect(consoleHostOf(region)).toBe(console);
});

test.each([
  'af-south-1', 'ap-northeast-3', 'ap-southeast-7', 'ca-west-1', 'cn-north-1', 'eu-central-2', 'eu-isoe-west-1', 'eusc-de-east-1', 'il-central-1',
  'me-south-1', 'mx-central-1', 'sa-east-1', 'us-east-1', 'us-gov-west-1', 'us-iso-west-1', 'us-isob-east-1', 'us-isof-south-1',
])('%s is known for a Region inside of a text', region => {
  expect(new RegExp(`^${REGION_PATTERN}$`).test(region)).toBe(true);
  expect(partitionOf(region)).toBeDefined();
});

test.each(['db-east-1', 'to-do-1', 'me-too-2', 'eu-central', 'us-west-coast-1'])('%s is not taken for a Region inside of a text', word =>
  expect(new RegExp(`^${REGION_PATTERN}$`).test(word)).toBe(false));

test.each(['', 'evil.example/', 'eu-west-1.evil.example', 'global'])('%j is no Region', text => {
  expect(partitionOf(text)).toBeUndefined();
  expect(consoleHostOf(text)).toBeUndefined();
});

test.each(['ecr.cn-north-1.amazonaws.com.cn', 'amazonaws.eu', 'logs.us-iso-east-1.c2s.ic.gov', 'ecr.eu-west-1.api.aws'])('%s is a name of AWS', name => {
  expect(namesAws(name)).toBe(true);
});

test.each(['example.com', 'laws.example', 'aws.example.com'])('%s is no name of AWS', name => expect(namesAws(name)).toBe(false));

test.each([
  'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop', 'https://cn-north-1.console.amazonaws.cn/cloudwatch/home',
])('%s is a page of the console', address => expect(isConsolePage(address)).toBe(true));

test.each([
  'http://eu-west-1.console.aws.amazon.com/', 'https://evil.example/.console.aws.amazon.com/', 'https://console.aws.amazon.com.evil.example/',
  'https://eu-west-1.console.aws.amazon.com@evil.example/', 'https://evilconsole.aws.amazon.com/', 'javascript:alert(1)//.console.aws.amazon.com/', '',
])('%j is none', address => expect(isConsolePage(address)).toBe(false));
