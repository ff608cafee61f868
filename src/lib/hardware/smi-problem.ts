const remedy = 'Choose the GPU by name, or type its memory.'

const causes: readonly (readonly [RegExp, string])[] = [
  [/NVIDIA-SMI has failed/i, 'nvidia-smi could not reach the NVIDIA driver'],
  [/Failed to initialize NVML|Driver\/library version mismatch/i, 'nvidia-smi could not start'],
  [/No devices were found/i, 'nvidia-smi found no device'],
  [/Unable to determine the device handle/i, 'nvidia-smi could not read the device'],
  [
    /command not found|not recognized as|no such file|commande introuvable|nicht gefunden|未找到|not found/i,
    'nvidia-smi is not installed where it was run',
  ],
  [/ROCm|amd-smi|rocm-smi/i, 'This is the output of an AMD tool, not of nvidia-smi'],
  [/Chipset Model|Total Number of Cores/i, 'This describes a Mac, which has no nvidia-smi'],
]

/** Says in a sentence or two what was found in a text that lists no device, and what to do. */
export function smiProblem(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined) return `The text is empty. Paste what nvidia-smi prints. ${remedy}`
  for (const [pattern, cause] of causes) {
    const line = lines.find((candidate) => pattern.test(candidate))
    if (line !== undefined) return `${cause} ("${shorten(line)}"). ${remedy}`
  }
  if (lines.some((line) => /NVIDIA-SMI\s+\d/.test(line))) {
    return `This is a table of nvidia-smi, but it has no line of a GPU; perhaps it was cut. ${remedy}`
  }
  return `No GPU of nvidia-smi was found in the text, which begins "${shorten(first)}". ${remedy}`
}

function shorten(line: string): string {
  const plain = line.replace(/\s+/g, ' ').trim()
  const characters = [...plain]
  return characters.length > 80 ? `${characters.slice(0, 77).join('')}...` : plain
}
