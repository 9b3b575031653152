import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { incidentPage } from '../../src/widget/page/incident-page';
import { TestBrowser } from '../../test/browser/browser';
import { dashboardWith } from '../../test/browser/dashboard';
import { madeIncidents, NOW } from '../../test/widget/made-incidents';

/** A picture of the widget: how many incidents, how wide, in which theme. */
interface Picture {
  readonly file: string;
  readonly incidents: number;
  /** How many of the made-up ones are left out before the first. */
  readonly from?: number;
  /** So many of them are open. */
  readonly open?: number;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

/** The first is shown in the README; a folder as argument has all of them made, to be looked at. */
const PICTURES: readonly Picture[] = [
  { file: 'incidents.png', incidents: 7, from: 3, open: 4, width: 860, height: 800, theme: 'dark' },
  ...[360, 640, 1200].flatMap(width => (['light', 'dark'] as const).map(theme =>
    ({ file: `incidents-${width}-${theme}.png`, incidents: 20, width, height: 700, theme }))),
  ...(['light', 'dark'] as const).flatMap(theme => [
    { file: `one-incident-${theme}.png`, incidents: 1, width: 640, height: 600, theme },
    { file: `200-incidents-${theme}.png`, incidents: 200, width: 860, height: 800, theme },
  ]),
  { file: 'no-incident.png', incidents: 0, width: 640, height: 200, theme: 'dark' },
];

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  const browser = await TestBrowser.start();
  try {
    for (const picture of folder === undefined ? PICTURES.slice(0, 1) : PICTURES) await take(browser, picture, folder ?? 'docs/images');
  } finally {
    await browser.stop();
  }
}

async function take(browser: TestBrowser, { file, incidents, from, open, width, height, theme }: Picture, folder: string): Promise<void> {
  const request = { asksForDocumentation: false, from: NOW - 12 * 3_600_000, until: NOW, isDark: theme === 'dark', aheadOfUtc: 0 };
  const content = incidentPage({ shown: madeIncidents(incidents, open).slice(from), more: 0, openOutside: 0 }, request);
  const { page } = await browser.show(dashboardWith(content, { width, height }, theme), { width: width + 18, height: height + 60 });
  const path = `${folder}/${file}` as const;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path: path as `${string}.png` });
  await page.close();
}

void main();
