import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** The package holds code for `require`, too, but its declarations are those of an ES module. */
const chromium = createRequire(__filename)('@sparticuz/chromium') as {
  readonly args: readonly string[];
  readonly executablePath: () => Promise<string>;
};

/** What a page has done that a page without scripts cannot do. */
export interface OpenedPage {
  readonly page: Page;
  /** Dialogs, requests and script errors, in the order in which they came. */
  readonly deeds: readonly string[];
}

/** A Chromium that npm brings, without a network; it runs on Linux on x86-64. */
export class TestBrowser {
  static async start(): Promise<TestBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'hardened-fargate-browser-'));
    const executablePath = await chromium.executablePath();
    const args = [...chromium.args, '--host-resolver-rules=MAP * ~NOTFOUND', '--force-color-profile=srgb'];
    return new TestBrowser(await puppeteer.launch({ executablePath, args, headless: 'shell', userDataDir: profile }), profile);
  }

  private constructor(private readonly browser: Browser, private readonly profile: string) {}

  /** Shows a document as it is: whatever in it can be executed is executed. */
  async show(document: string, { width, height }: { readonly width: number; readonly height: number }): Promise<OpenedPage> {
    const page = await this.browser.newPage();
    const deeds: string[] = [];
    page.on('dialog', dialog => {
      deeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', error => deeds.push(`script error: ${String(error)}`));
    page.on('request', request => deeds.push(`request: ${request.url()}`));
    page.on('popup', () => deeds.push('popup'));
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.setContent(document, { waitUntil: 'load' });
    return { page, deeds };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
