'use strict';

const { createTransformer } = require('@swc/jest');

/** The file, the span in it and the text that takes its place, as JSON. */
const { file, start, end, text } = JSON.parse(process.env.MUTANT);

const mutated = (source, path) => (path === file ? source.slice(0, start) + text + source.slice(end) : source);

/** The transformer of every test run, except that it reads one file with a mutant in it; nothing is written. */
exports.createTransformer = options => {
  const inner = createTransformer(options);
  return {
    process: (source, path, rest) => inner.process(mutated(source, path), path, rest),
    getCacheKey: (source, path, rest) => inner.getCacheKey(mutated(source, path), path, rest),
  };
};
