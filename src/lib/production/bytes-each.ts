/**
 * Bytes of one of `count` equal parts, whole.
 *
 * @example bytesEach(40968192, 20000) // 2048
 */
export const bytesEach = (bytes: number, count: number): number => Math.round(bytes / count)
