/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A text as it is shown, with the contrast to its ground. */
export interface ShownText {
  readonly text: string;
  readonly contrast: number;
}

/** What is out of place in the widget of a dashboard; runs in the page. */
export function layoutFaultsIn(): readonly string[] {
  const content = document.querySelector('#content');
  if (content === null) return ['there is no widget'];
  const box = content.getBoundingClientRect();
  const faults = content.scrollWidth > content.clientWidth ? [`the widget is ${content.scrollWidth} pixels wide and shows ${content.clientWidth}`] : [];
  for (const element of content.querySelectorAll('.hf, .hf *')) {
    const { left, right, width } = element.getBoundingClientRect();
    const isInside = left >= box.left - 1 && right <= box.right + 1;
    if (width > 0 && !isInside && element.closest('.hf-glance, .hf-quote') === null) faults.push(`<${element.localName} class="${element.className}"> leaves the widget`);
  }
  const items = [...content.querySelectorAll('.hf-incident')].map(item => item.getBoundingClientRect());
  items.forEach(({ top }, index) => {
    if (index > 0 && top < items[index - 1].bottom - 1) faults.push(`incident ${index} covers the one before it`);
  });
  return faults;
}

/** Every text of the widget with its contrast, as WCAG 2 defines it; runs in the page. */
export function contrastsIn(): readonly ShownText[] {
  const channels = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string): number => {
    const [red, green, blue] = channels(color).slice(0, 3).map(value => value / 255).map(value =>
      value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    const [, , , alpha = 1] = channels(backgroundColor);
    return alpha > 0 ? backgroundColor : groundOf(element.parentElement);
  };
  const elements = [...document.querySelectorAll('.hf *')].filter(({ localName, childNodes }) =>
    localName !== 'style' && [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()));
  return elements.map(element => {
    const [one, other] = [getComputedStyle(element).color, groundOf(element)].map(luminance);
    return { text: element.textContent?.trim().slice(0, 40) ?? '', contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) };
  });
}

/** Unfolds whatever is folded; runs in the page. */
export const unfoldAll = (): void => document.querySelectorAll('details').forEach(details => { details.open = true; });
