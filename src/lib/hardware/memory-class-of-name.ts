import type { MemoryClass } from './gpu.ts'

/** Checked in order; a name that none of them knows is a graphics card with GDDR memory. */
const patterns: readonly (readonly [MemoryClass, RegExp])[] = [
  [
    'unified',
    /\bM[1-9]\b|\bApple\b|\bGB10\b|DGX Spark|Strix Halo|Ryzen AI Max|Jetson|\bOrin\b|\bThor\b/i,
  ],
  [
    'hbm',
    /\b(A100|A800|A30|H100|H800|H200|H20|GH200|B100|B200|B300|GB200|GB300|V100|P100|GP100|GV100)\b/i,
  ],
  ['hbm', /\bMI\d{2,3}[A-Z]?\b|\bTitan V\b|Radeon VII|Instinct|Gaudi|\bTPU\b|Data Center GPU Max/i],
  [
    'ddr',
    /\b(CPU|DDR[345]|EPYC|Xeon|Threadripper|Ryzen|Core i[3579]|Core Ultra|Graviton|Ampere Altra)\b/i,
  ],
]

/**
 * Tells the memory class of a device from its name alone, for rows that give no more.
 * Graphics cards with HBM, and machines whose processor and graphics share memory, are listed by
 * name; everything else counts as GDDR.
 *
 * @example memoryClassOfName('A100 SXM 80GB') //=> 'hbm'
 */
export function memoryClassOfName(name: string): MemoryClass {
  for (const [memoryClass, pattern] of patterns) if (pattern.test(name)) return memoryClass
  return 'gddr'
}
