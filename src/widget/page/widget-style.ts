import { Html } from '../../report/html';

/** The colors of the console's containers; each text on its ground has a contrast of at least 4.5. */
const LIGHT = {
  ground: '#ffffff',
  text: '#0f141a',
  dim: '#565f6c',
  line: '#d5d9de',
  raised: '#f3f4f7',
  link: '#0053b3',
  red: '#b80000',
  green: '#00692a',
  mark: '#d91515',
} as const;
const DARK = {
  ground: '#161d26',
  text: '#e3e5e9',
  dim: '#a9b1bc',
  line: '#3a4552',
  raised: '#222c38',
  link: '#6cb9ff',
  red: '#ff9592',
  green: '#7ccf8a',
  mark: '#ff5d64',
} as const;

/** The style sheet of the widget, for the theme that the dashboard has. */
export function styleOf(isDark: boolean): Html {
  const { ground, text, dim, line, raised, link, red, green, mark } = isDark ? DARK : LIGHT;
  return new Html(`<style>
.hf { min-height: 100%; padding: 4px 12px 12px; background: ${ground}; color: ${text}; overflow-wrap: anywhere;
  font: 14px/1.45 "Amazon Ember", "Helvetica Neue", Roboto, Arial, sans-serif; }
.hf, .hf * { box-sizing: border-box; min-width: 0; }
.hf :where(p, ol, ul, h4) { margin: 0; padding: 0; }
.hf a { color: ${link}; }
.hf-head { display: flex; flex-wrap: wrap; gap: 2px 16px; justify-content: space-between; align-items: baseline; }
.hf .hf-head { padding: 8px 0; }
.hf-head span, .hf-foot, .hf-facts, .hf-note { color: ${dim}; font-size: 13px; }
.hf .hf-foot { padding: 12px 0 0; border-top: 1px solid ${line}; }
.hf-incident { border-top: 1px solid ${line}; }
.hf-incident summary { position: relative; display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; padding: 10px 0 10px 22px;
  cursor: pointer; list-style: none; }
.hf-incident summary::-webkit-details-marker { display: none; }
.hf-incident summary::before { content: ""; position: absolute; left: 4px; top: 16px; width: 7px; height: 7px; transform: rotate(-45deg);
  border: solid ${dim}; border-width: 0 2px 2px 0; }
.hf-incident[open] summary::before { transform: rotate(45deg); }
.hf-incident summary:hover .hf-title { text-decoration: underline; }
.hf-incident summary:focus-visible { outline: 2px solid ${link}; outline-offset: -2px; }
.hf-state { font-size: 13px; font-weight: 700; white-space: nowrap; }
.hf-state::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%;
  background: currentColor; }
.hf-open { color: ${red}; }
.hf-down { color: ${ground}; background: ${mark}; padding: 0 8px; border-radius: 4px; }
.hf-over { color: ${green}; }
.hf-count { font-size: 13px; }
.hf-title { flex: 0 0 100%; font-weight: 700; }
.hf-facts { flex: 0 0 100%; display: flex; flex-wrap: wrap; gap: 0 14px; }
.hf-glance { flex: 0 0 100%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: ${dim}; }
.hf-incident[open] .hf-glance { display: none; }
.hf-glance, .hf-quote, .hf-command { font: 13px/1.5 Monaco, Menlo, Consolas, "Courier Prime", Courier, monospace; }
.hf-body { margin: 0 0 12px 22px; }
.hf-part { margin-top: 12px; }
.hf-part:first-child { margin-top: 0; }
.hf-part h4 { margin-bottom: 2px; font-size: 13px; font-weight: 700; color: ${dim}; }
.hf-part :where(ol, ul) { padding-left: 20px; }
.hf-part li { margin-top: 2px; }
.hf .hf-quote, .hf-command { display: block; margin: 4px 0; padding: 6px 10px; background: ${raised}; border-radius: 4px; }
.hf-quote { overflow: hidden; }
.hf-quote span { display: block; color: ${dim}; font-size: 12px; }
.hf-command { color: ${text}; white-space: pre-wrap; user-select: all; }
</style>`);
}
