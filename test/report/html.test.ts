import { readdirSync, readFileSync } from 'node:fs';
import { html } from '../../src/report/html';

test('what is put into a template is text, whatever it looks like', () => {
  expect(html`<p title="${'"><script>'}">${'<b>&amp;\'`'}</p>`.source)
    .toBe('<p title="&#34;&#62;&#60;script&#62;">&#60;b&#62;&#38;amp;&#39;&#96;</p>');
});

test('HTML that was made here stays as it is, one by one or as a list', () => {
  expect(html`<ul>${['a', '<b>'].map(text => html`<li>${text}</li>`)}</ul>${html`<hr>`}${3}`.source).toBe('<ul><li>a</li><li>&#60;b&#62;</li></ul><hr>3');
});

test('a text stays on one line', () => expect(html`${'one\n\n two'}`.source).toBe('one two'));

test('HTML is made of texts in one place', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  const making = sources.filter(name => readFileSync(`src/${name}`, 'utf8').includes('new Html(')).sort();
  expect(making).toEqual(['report/html.ts', 'widget/page/widget-style.ts']);
});
