import { redactWhole } from '../../../src/evidence/clean/redact';

// Each name has letters of another script, which nobody can see.
test.each([
  ['Cyrillic', 'p\u0430ssword=hunter2'],
  ['Cyrillic capitals', 'DB_\u0420ASSW\u041eRD=hunter2'],
  ['Cyrillic for nearly all', '\u0440\u0430\u0455\u0455w\u043erd: hunter2'],
  ['Greek', 'p\u03b1ssw\u03bfrd=hunter2'],
  ['Armenian', 't\u0585ken=hunter2'],
  ['rare Latin', 'p\u0251ssword=hunter2'],
  ['mathematical', '\u{1d429}\u{1d41a}\u{1d42c}\u{1d42c}\u{1d430}\u{1d428}\u{1d42b}\u{1d41d}=hunter2'],
  ['full width', '\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44\uff1dhunter2'],
])('a name in %s letters is read as it looks', (_, text) => expect(redactWhole(text)).not.toContain('hunter2'));

test.each(['пароль неверен', 'Не удалось подключиться к базе db-1', 'η σύνδεση απέτυχε στο eu-west-1', 'свободно 10GB', 'µs=12 Ωm=3'])(
  'a text in its own script stays as it is: %s', text => expect(redactWhole(text)).toBe(text));
