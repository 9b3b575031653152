import { type Html, html } from './html';
import { type Page, type Report, reportOf } from './report';
import { isConsolePage } from '../aws/partitions';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { bounded } from '../evidence/clean/clean-text';

const LONGEST_QUOTE = 240;

/** The diagnosis for a page, without its title, which stands where it is listed. */
export function renderHtml(diagnosis: Diagnosis): Html {
  const report = reportOf(diagnosis);
  const { page, furtherPages, happened, whyHeading, why, steps, alternativesHeading, alternatives } = report;
  const { prevention, stop, gaps, documentation } = report;
  const pages = page ? [page, ...furtherPages] : [];
  return html`${[
    section('What happened', [html`<p>${happened}</p>`]),
    section(whyHeading, why.map(quoted)),
    section('What to do now', [...steps.length > 0 ? [html`<ol>${steps.map(step)}</ol>`] : [], ...pages.map(link)]),
    section(alternativesHeading, list(alternatives)),
    section('What would have prevented it', list(prevention)),
    section('How it stopped', [html`<p class="hf-note">${stop.join(' · ')}</p>`]),
    section('Missing evidence', list(gaps)),
    anchor(documentation),
  ]}`;
}

/** A heading with what stands under it; nothing where nothing does. */
const section = (heading: string, content: readonly Html[]): Html => content.length === 0
  ? html``
  : html`<div class="hf-part"><h4>${heading}</h4>${content}</div>`;

/** The words of a log may run from right to left, which turns nothing but themselves around. */
const quoted = ({ source, quote, says }: Report['why'][number]): Html =>
  html`<p class="hf-quote"><span>${source}</span><bdi>${bounded(quote, LONGEST_QUOTE)}</bdi></p><p class="hf-note">${says}</p>`;

const step = ({ title, commands }: Report['steps'][number]): Html =>
  html`<li>${title}${commands.map(command => html`<code class="hf-command">${command}</code>`)}</li>`;

const list = (texts: readonly string[]): readonly Html[] =>
  texts.length === 0 ? [] : [html`<ul>${texts.map(text => html`<li>${text}</li>`)}</ul>`];

/** Leads to a page of the console, and nowhere else. */
export const link = (page: Page): Html => isConsolePage(page.url) ? anchor(page) : html`<p>${page.title}: ${page.url}</p>`;

/** For an address that was made here, and that no evidence can change. */
const anchor = ({ title, url }: Page): Html => html`<p><a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a></p>`;
