// The layers of src, lowest first, and what each may import. Pure: the rule and its tests call it.
import path from 'node:path'

/** Lowest first. A layer imports from itself and from those before it; content and pages share a step. */
const step = { lib: 0, worker: 1, components: 2, content: 3, pages: 3 }

/** The only packages that src/lib may import; each is small and pure. */
export const libPackages = ['d3-array', 'ml-matrix', '@huggingface/jinja']

/** Folder of src that holds a file: 'lib', 'data', …, or null outside of src. */
export const layerOf = (file) => {
  const parts = path.posix.normalize(file.replaceAll('\\', '/')).split('/')
  const at = parts.lastIndexOf('src')
  return at === -1 || at + 2 > parts.length - 1 ? null : parts[at + 1]
}

export const isTest = (file) => /\.test(-d)?\.[cm]?tsx?$/.test(file)

/** What only tests read. */
const isFixture = (file) => /\.fixture\.ts$/.test(file)

/** Name of the package of a bare specifier: '@scope/name/deep' -> '@scope/name'. */
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const libMay = `src/lib may import only other files of src/lib and ${libPackages.join(', ')}`

/** Why a file of src/lib may not import a package or a data file, or null. */
const impurity = (specifier, target) => {
  if (target !== null && target !== 'lib')
    return `Callers pass data in: take it as an argument, or move this code up to src/components.`
  if (/\.(json|ya?ml)$/.test(specifier))
    return `Callers pass data in: take it as an argument instead of reading a file.`
  if (specifier.startsWith('.')) return null
  if (libPackages.includes(packageOf(specifier))) return null
  return specifier.startsWith('node:')
    ? `Reading files and processes is for scripts and tests: take what you need as an argument.`
    : `Write the few lines that you need, or move this code up to src/worker or src/components.`
}

/** Layer that an import points to: by its path; 'outside' of src; or null for a package. */
const targetOf = (file, specifier) => {
  const aliased = /^(?:\/|~\/|@\/)?(src\/.+)$/.exec(specifier)
  if (aliased) return layerOf(`/${aliased[1]}/x`)
  if (!specifier.startsWith('.')) return null
  const folder = path.posix.dirname(file.replaceAll('\\', '/'))
  return layerOf(path.posix.join(folder, specifier, 'x')) ?? 'outside'
}

/**
 * Says in one sentence or two why `file` may not import `specifier`; null when it may.
 * @example layerProblem('/x/src/lib/a.ts', '../components/b.ts') // 'src/lib imports … '
 */
export const layerProblem = (file, specifier) => {
  const layer = layerOf(file)
  if (layer === null || !(layer in step)) return null
  if (isFixture(specifier) && !isTest(file) && !isFixture(file))
    return `src/${layer} imports "${specifier}", which is for tests. Move what both need into a file of its own.`
  const target = targetOf(file, specifier)
  const found = `src/${layer} imports "${specifier}"${target === null || target === 'outside' ? '' : ` of src/${target}`}.`
  if (layer === 'lib' && !isTest(file)) {
    const remedy = impurity(specifier, target)
    return remedy === null ? null : `${found} ${libMay}. ${remedy}`
  }
  if (target === null || !(target in step) || step[target] <= step[layer]) return null
  const allowed = Object.keys(step)
    .filter((name) => step[name] <= step[layer])
    .map((name) => `src/${name}`)
  return `${found} src/${layer} may import only from ${allowed.join(', ')}. Move what both need down into src/${allowed.length === 1 ? layer : 'lib'}, or pass it in.`
}
