import { requireEnvironment } from '../../../src/service/validation/require-environment';

const variables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`SETTING_${index}`, 'on']));

test('a variable that is also a secret is refused', () => {
  expect(() => requireEnvironment({ URL: 'x', PASSWORD: 'x' }, { PASSWORD: {} })).toThrow("'environment' and 'secrets' both name PASSWORD, but ECS rejects");
});

test('a hundred variables are as many as survive deployment', () => {
  expect(() => requireEnvironment(variables(100), {})).not.toThrow();
  expect(() => requireEnvironment(variables(101), {})).toThrow("'environment' has 101 variables, but with more than 100");
});

test.each(['', 'A=B'])("'%s' is refused as a name", name => {
  expect(() => requireEnvironment({ [name]: 'x' }, {})).toThrow(`'environment' has the name '${name}'`);
  expect(() => requireEnvironment({}, { [name]: {} })).toThrow(`'secrets' has the name '${name}'`);
});
