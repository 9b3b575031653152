/** The name that acknowledgements begin with: `HardenedFargate::circuit-breaker`. */
export const PLUGIN_NAME = 'HardenedFargate';
