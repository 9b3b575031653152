/** The name that acknowledgments begin with: `HardenedFargate::circuit-breaker`. */
export const PLUGIN_NAME = 'HardenedFargate';
