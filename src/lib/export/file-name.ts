/**
 * A file name made of words: lower case, hyphens, nothing that a file system minds.
 *
 * @example fileName(['Memory calculator', 'Llama 3.1 8B'], 'csv') //=> 'memory-calculator-llama-3.1-8b.csv'
 */
export function fileName(words: readonly string[], extension: string): string {
  const plain = words
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
  return `${plain === '' ? 'table' : plain}.${extension}`
}
