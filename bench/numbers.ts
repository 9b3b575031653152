export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export const milliseconds = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;

export const ratio = (value: number): string => `${value.toFixed(2)} ×`;
