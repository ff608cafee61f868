import type { ModelTensor } from '../model/tensor.ts'
import type { LoraOptions } from './lora-options.ts'

type Selection = Pick<
  LoraOptions,
  'targets' | 'modulesToSave' | 'layersToTransform' | 'excludeModules' | 'experts'
>

/**
 * Says of a module path whether an adapter is put on it, as PEFT's check_target_module_exists does:
 * excluded modules and modules_to_save first, then the targets, then the layers.
 *
 * @throws {RangeError} for a text that is no regular expression, or layers together with a text
 */
export function lorasTarget(options: Selection): (tensor: ModelTensor) => boolean {
  const { targets, modulesToSave = [], excludeModules = [], layersToTransform } = options
  const layers = layersOf(layersToTransform)
  if (typeof targets === 'string' && layersToTransform !== undefined) {
    throw new RangeError(
      'layersToTransform needs a list of targets; with one text for all, leave it out.',
    )
  }
  const excluded = nameMatcher(excludeModules, 'excludeModules')
  const saved = modulesToSave.map((name) => pattern(`^(|.*\\.)${name}($|\\..*)`, 'modulesToSave'))
  const found = targetMatcher(targets, layers, options.experts === 'separate')
  return (tensor) =>
    !excluded(tensor.name) && !saved.some((regex) => regex.test(tensor.name)) && found(tensor)
}

function targetMatcher(
  targets: readonly string[] | string,
  layers: ReadonlySet<number> | null,
  separate: boolean,
): (tensor: ModelTensor) => boolean {
  if (typeof targets === 'string') {
    if (targets.toLowerCase() === 'all-linear') {
      return (tensor) =>
        separate && (tensor.role === 'router' || tensor.routed === true)
          ? tensor.role !== 'bias'
          : (tensor.adaptable ?? tensor.linear)
    }
    const regex = pattern(`^(?:${targets})$`, 'targets')
    return ({ name }) => regex.test(name)
  }
  return ({ name }) => {
    if (targets.includes(name)) return true
    if (!targets.some((target) => name.endsWith(`.${target}`))) return false
    const index = /^.*?\.[^.]*\.(\d+)\./.exec(name)?.[1]
    return layers === null || (index !== undefined && layers.has(Number(index)))
  }
}

function layersOf(layers: readonly number[] | number | undefined): ReadonlySet<number> | null {
  if (layers === undefined) return null
  const list = typeof layers === 'number' ? [layers] : layers
  return list.length === 0 ? null : new Set(list)
}

function nameMatcher(names: readonly string[] | string, field: string): (name: string) => boolean {
  if (typeof names === 'string') {
    const regex = pattern(`^(?:${names})$`, field)
    return (name) => regex.test(name)
  }
  return (name) => names.some((part) => name === part || name.endsWith(`.${part}`))
}

/**
 * Rank of a module: that of the first pattern which matches the end of its path, else the rank
 * for all.
 *
 * @example rankOf('model.layers.0.self_attn.q_proj', { rank: 8, rankPattern: { q_proj: 16 } }) //=> 16
 */
export function rankOf(name: string, options: Pick<LoraOptions, 'rank' | 'rankPattern'>): number {
  const { rank, rankPattern = {} } = options
  const entry = Object.entries(rankPattern).find(([key]) =>
    pattern(`^(.*\\.)?(${key})$`, 'rankPattern').test(name),
  )
  return entry?.[1] ?? rank
}

function pattern(text: string, field: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw new RangeError(`${field} holds ${text}, which is not a regular expression.`)
  }
}
