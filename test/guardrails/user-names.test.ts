import { Templates } from '../../src/facts/template/templates';
import { inUserNames } from '../../src/guardrails/user-names';

const resource = { Type: 'AWS::IAM::Role', Properties: {} };
const templates = new Templates([
  { stack: 'Shop', name: 'Shop', assembly: '', file: 'Shop.template.json', body: { Resources: { TaskRole30FC0FBB: resource } }, paths: new Map([['TaskRole30FC0FBB', 'Shop/Task/TaskRole/Resource']]) },
  { stack: 'out/web.yaml', assembly: '', file: 'out/web.yaml', body: { Resources: { Role: resource } }, paths: new Map() },
]);

test.each([
  ['a construct by its path', "the task role 'Shop/TaskRole30FC0FBB' has it", "the task role 'Shop/Task/TaskRole' has it"],
  ['a reference by what it leads to', "it reads '${Shop/TaskRole30FC0FBB.Arn}/x'", "it reads 'Shop/Task/TaskRole/x'"],
  ['a resource without a construct by its logical id', 'no policy of out/web.yaml/Role, or ${out/web.yaml/Role.Ref}', 'no policy of Role, or Role'],
  ['a parameter of such a template by its name', 'the value of ${out/web.yaml/Size.Ref}', 'the value of Size'],
  ['a zone by its place in the Region', "all tasks run in '${AvailabilityZone 0}'", 'all tasks run in Availability Zone 1 of the Region'],
  ['what nobody knows by an ellipsis', "'${?}.dkr.ecr.${AWS::Region}'", "'….dkr.ecr.${AWS::Region}'"],
  ['a word of the user as it is', 'port 8080 of Shop/Other', 'port 8080 of Shop/Other'],
])('a finding names %s', (_what, seen, named) => {
  expect(inUserNames(templates, seen)).toBe(named);
});
