import { UNKNOWN } from '../../../src/facts/model/fact';
import { userOf } from '../../../src/facts/readers/dockerfile';

test.each([
  ['the last user counts', 'FROM node:24\nUSER root\nRUN apt-get update\nUSER node:node\n', 'node:node'],
  ['instructions may be in small letters and go on over lines', 'from --platform=linux/arm64 node:24\nuser \\\n  1000', '1000'],
  ['a comment is no instruction', 'FROM node:24\n# USER root\nUSER node', 'node'],
  ['an earlier stage says nothing of the last one', 'FROM golang AS build\nUSER builder\nFROM gcr.io/distroless/static\nCOPY --from=build /app /app', undefined],
  ['a stage has the user of the stage it is built on', 'FROM node:24 AS Base\nUSER node\nFROM base\nRUN true', 'node'],
  ['an empty image has no user but root', 'FROM scratch\nCOPY app /', 'root'],
  ['the base image may name the user', 'FROM node:24\nCMD ["node"]', undefined],
  ['a base image may say that it has a user of its own', 'FROM golang AS build\nFROM gcr.io/distroless/static-debian12:nonroot', UNKNOWN],
  ['some bases never start as root', 'FROM mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', UNKNOWN],
  ['a build argument may name the user', 'ARG OWNER\nFROM node:24\nUSER ${OWNER}', UNKNOWN],
  ['a build argument may name the base', 'ARG BASE\nFROM $BASE\n', UNKNOWN],
  ['no stage, no user', '# empty', UNKNOWN],
])('%s', (_, dockerfile, user) => {
  expect(userOf(dockerfile)).toBe(user);
});

test('a build that stops at a stage has the user of that stage', () => {
  const dockerfile = 'FROM node:24 AS test\nUSER tester\nFROM node:24\nUSER node';
  expect(userOf(dockerfile, 'test')).toBe('tester');
  expect(userOf(dockerfile, '1')).toBe('node');
  expect(userOf(dockerfile, 'missing')).toBe(UNKNOWN);
});
