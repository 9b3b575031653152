/** How wide and high the content of a widget is, in CSS pixels. */
export interface WidgetSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A dashboard with one widget, as CloudWatch embeds what its function returns: below a title, in a box that scrolls.
 *
 * Nothing is cleaned before, which CloudWatch does.
 */
export const dashboardWith = (content: string, { width, height }: WidgetSize, theme: 'light' | 'dark'): string => {
  const [ground, box, text, line] = theme === 'dark' ? ['#0f1b2a', '#161d26', '#d1d5db', '#424650'] : ['#f2f3f3', '#ffffff', '#000716', '#d5dbdb'];
  return `<!doctype html><html><head><meta charset="utf-8"><style>
body { margin: 0; padding: 8px; background: ${ground}; color: ${text}; font: 14px "Amazon Ember", Arial, sans-serif; }
#widget { width: ${width}px; background: ${box}; border: 1px solid ${line}; border-radius: 8px; overflow: hidden; }
#title { padding: 8px 12px; font-weight: 700; }
#content { height: ${height}px; overflow: auto; }
</style></head><body class="cwdb-theme-${theme}"><div id="widget"><div id="title">Incidents</div><div id="content">${content}</div></div></body></html>`;
};
