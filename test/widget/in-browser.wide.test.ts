import { HOSTILE, hostileIncident } from './hostile-texts';
import { madeIncidents, NOW } from './made-incidents';
import { incidentPage } from '../../src/widget/page/incident-page';
import type { ListedIncident } from '../../src/widget/page/listed-incidents';
import { type OpenedPage, TestBrowser } from '../browser/browser';
import { dashboardWith } from '../browser/dashboard';
import { contrastsIn, layoutFaultsIn, unfoldAll } from '../browser/looks';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 640, 1200];
const COUNTS = [1, 20, 200];

let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.start();
});

afterAll(() => browser.stop());

const pageOf = (shown: readonly ListedIncident[], theme: 'light' | 'dark'): string => incidentPage(
  { shown, more: 0, openOutside: 0 }, { asksForDocumentation: false, from: NOW - 12 * 3_600_000, until: NOW, isDark: theme === 'dark', aheadOfUtc: 0 },
);

/** Shows incidents on a dashboard, all of them unfolded, lets a test look, and closes the page. */
async function look<T>(shown: readonly ListedIncident[], theme: 'light' | 'dark', width: number, see: (opened: OpenedPage) => Promise<T>): Promise<T> {
  const opened = await browser.show(dashboardWith(pageOf(shown, theme), { width, height: 600 }, theme), { width: width + 18, height: 660 });
  try {
    await opened.page.evaluate(unfoldAll);
    return await see(opened);
  } finally {
    await opened.page.close();
  }
}

const hostile = HOSTILE.map((text, index) => hostileIncident(text, index));

describe.each(THEMES)('on a %s dashboard', theme => {
  describe.each(WIDTHS)('%d pixels wide', width => {
    test.each(COUNTS)('%d incidents are all there, and none leaves its place', async count => {
      await look(madeIncidents(count), theme, width, async ({ page, deeds }) => {
        expect(await page.$$eval('.hf-title', titles => titles.length)).toBe(count);
        expect(await page.evaluate(layoutFaultsIn)).toEqual([]);
        expect(deeds).toEqual([]);
      });
    });

    test('hostile words of a log leave the layout as it is', async () => {
      await look(hostile, theme, width, async ({ page }) => expect(await page.evaluate(layoutFaultsIn)).toEqual([]));
    });
  });

  test('every text can be read: its contrast is at least 4.5', async () => {
    const contrasts = await look(madeIncidents(20), theme, 640, ({ page }) => page.evaluate(contrastsIn));
    expect(contrasts.length).toBeGreaterThan(100);
    expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });
});

test('hostile words of a log execute nothing, ask for nothing and lead nowhere but to the documents of the project', async () => {
  await look(hostile, 'light', 640, async ({ page, deeds }) => {
    for (const selector of ['summary', '.hf-title', '.hf-quote', '.hf-command', 'li', 'a']) {
      for (const element of (await page.$$(selector)).slice(0, 40)) await element.hover();
    }
    expect(deeds).toEqual([]);
    expect(await page.$$eval('#content *', elements => [...new Set(elements.map(({ localName }) => localName))].sort())).toEqual([
      'a', 'bdi', 'code', 'details', 'div', 'h4', 'li', 'ol', 'p', 'span', 'strong', 'style', 'summary', 'ul',
    ]);
    expect(await page.$$eval('#content *', elements => [...new Set(elements.flatMap(element => element.getAttributeNames()))].sort())).toEqual(['class', 'href', 'open', 'rel', 'target']);
    const led = await page.$$eval('#content a', links => links.map(link => link.href));
    expect(led.filter(href => !/^https:\/\/github\.com\/hardened-fargate\/hardened-fargate\/blob\/main\/docs\/CAUSES\.md#[\w-]+$/.test(href))).toEqual([]);
  });
});

test('a person reads hostile words as they were written', async () => {
  const [script] = HOSTILE;
  await look([hostileIncident(script)], 'dark', 640, async ({ page }) => {
    expect(await page.$eval('.hf-title', title => title.textContent)).toBe('<script>alert(1)</script>');
    expect(await page.$eval('.hf-command', command => command.textContent)).toBe('<script>alert(1)</script>');
  });
});

test('an incident is unfolded by the keyboard as well, without a script', async () => {
  const opened = await browser.show(dashboardWith(pageOf(madeIncidents(3), 'dark'), { width: 640, height: 600 }, 'dark'), { width: 660, height: 660 });
  await opened.page.focus('summary');
  await opened.page.keyboard.press('Enter');
  expect(await opened.page.$eval('.hf-body', body => body.getBoundingClientRect().height)).toBeGreaterThan(100);
  await opened.page.close();
});

test('a test that sees scripts, requests and broken layouts is what looks here', async () => {
  const content = '<script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(2)"><div style="width:5000px">wide</div>';
  const { page, deeds } = await browser.show(dashboardWith(`<div class="hf">${content}</div>`, { width: 640, height: 600 }, 'light'), { width: 660, height: 660 });
  expect(deeds).toEqual(expect.arrayContaining(['dialog: 1', 'dialog: 2', 'request: https://evil.example/x.png']));
  expect(await page.evaluate(layoutFaultsIn)).not.toEqual([]);
  await page.close();
});
