/**
 * Two masses closer than this count as equal, so that a threshold met exactly in real arithmetic is
 * met here too: 0.4 + 0.3 + 0.2 reaches 0.9, although float64 adds it to 0.8999999999999999.
 */
export const MASS_TOLERANCE = 1e-12
