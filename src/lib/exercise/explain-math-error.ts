/**
 * Turns an error of the formula cells into one sentence for people. `names` are the lines that may
 * be used.
 *
 * @example explainMathError('Undefined symbol heads', ['layers'])
 * //=> '"heads" is not known here. Known so far: layers.'
 */
export function explainMathError(message: string, names: readonly string[]): string {
  const unknown = /Undefined (?:symbol|function) (.+?)$/.exec(message)?.[1]
  if (unknown !== undefined) {
    const known = names.length === 0 ? '' : ` Known so far: ${names.join(', ')}.`
    return `"${unknown}" is not known here.${known}`
  }
  if (message === 'empty') return 'Write a number or a formula.'
  if (message === 'too long') return 'This is too long for one line. Split it in two.'
  if (message === 'infinite') return 'The result is not a finite number. Is something divided by 0?'
  if (message.startsWith('refused AssignmentNode')) {
    return 'Write only what stands right of the equals sign.'
  }
  if (message.startsWith('refused ') && !/Node$/.test(message)) {
    return `${message.slice(8)}() is not available here. Use + - * / ^, round, min, max, log2 or sqrt.`
  }
  if (message.startsWith('refused ')) return 'Use numbers, names, units and + - * / ^ only.'
  if (/units? do not match|Units do not|dimension|Cannot convert|Unexpected type/i.test(message)) {
    return 'These units do not go together: bytes cannot be added to a plain number.'
  }
  const place = /\(char (\d+)\)/.exec(message)?.[1]
  const near = place === undefined ? '' : ` near character ${place}`
  return `This cannot be read${near}. Something is missing or left over.`
}
