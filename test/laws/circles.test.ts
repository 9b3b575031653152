import { importsOf, SOURCE_FILES } from './source-files';

/** The circles in which files import each other, each as the files along it. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly (readonly string[])[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file]];
    if (done.has(file)) return [];
    const circles = (imports.get(file) ?? []).flatMap(imported => visit(imported, [...path, file]));
    done.add(file);
    return circles;
  };
  return [...imports.keys()].flatMap(file => visit(file, []));
}

test('no files of src/ import each other in a circle, not even for types', () => {
  const imports = new Map(SOURCE_FILES.map(file => [file, importsOf(file)]));

  expect(imports.size).toBeGreaterThan(300);
  expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
  expect(circlesIn(imports)).toEqual([]);
});

test('a circle is found wherever one enters it', () => {
  expect(circlesIn(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual([['b', 'c', 'b']]);
});
