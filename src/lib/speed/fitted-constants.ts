// Placeholder until scripts/fit/fit-decode-speed.mjs has run.
export const fittedDecode = {
  date: '2026-11-24',
  rows: [] as readonly string[],
  classes: {
    gddr: { efficiency: 0.9, layerTime: 84e-6, spread: 0.12 },
    hbm: { efficiency: 0.53, layerTime: 84e-6, spread: 0.29 },
    unified: { efficiency: 0.94, layerTime: 252e-6, spread: 0.2 },
  },
  leaveOneOut: [] as readonly { id: string; gpu: string; error: number }[],
}
