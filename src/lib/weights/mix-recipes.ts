import type { GgmlTypeName } from '../gguf/ggml-types.ts'
import type { MixCondition, MixRecipe, MixRule } from './mix-recipe.ts'

const rule = (type: GgmlTypeName, ...when: MixCondition[]): MixRule => ({ type, when })

const recipe = (
  base: GgmlTypeName,
  rules: MixRecipe['rules'] = {},
  extra: Partial<MixRecipe> = {},
): MixRecipe => ({ base, output: 'Q6_K', rules, low: false, needsImatrix: false, ...extra })

const out8 = rule('Q5_K', 'not-falcon', 'experts-8')

/** The recipes of about 2 bits differ only in five types. */
const low = (
  base: GgmlTypeName,
  embedding: GgmlTypeName,
  values: GgmlTypeName,
  out: GgmlTypeName | null,
): MixRecipe => {
  const attention = [rule('Q4_K', 'gqa-4'), rule('Q4_K', 'experts-4'), rule(values)]
  return recipe(
    base,
    {
      'token-embedding': [rule(embedding)],
      'attn-v': attention,
      'attn-qkv': attention,
      'attn-kv-b': attention,
      'attn-k': [rule('Q4_K', 'experts-8')],
      'ffn-down': [rule(values, 'first-eighth')],
      'attn-out': [rule('Q5_K', 'experts-8'), ...(out === null ? [] : [rule(out)])],
    },
    { output: 'Q5_K', low: true, needsImatrix: true },
  )
}

/** A recipe whose fused q, k, v and MLA matrices follow the rules of the values. */
const withValues = (
  base: GgmlTypeName,
  values: readonly MixRule[],
  rules: MixRecipe['rules'] = {},
  extra: Partial<MixRecipe> = {},
): MixRecipe =>
  recipe(base, { 'attn-v': values, 'attn-qkv': values, 'attn-kv-b': values, ...rules }, extra)

const iq4 = (base: 'IQ4_XS' | 'IQ4_NL'): MixRecipe =>
  withValues(base, [rule('Q5_K', 'gqa-4')], {
    'ffn-down': [rule('Q5_K', 'no-imatrix', 'first-eighth')],
    'attn-out': [out8],
  })

/** The file types of llama.cpp. Source: src/llama-quant.cpp (`llama-cpp-quant`). */
const ownRecipes = {
  F32: recipe('F32', {}, { output: 'F32' }),
  F16: recipe('F16', {}, { output: 'F16' }),
  BF16: recipe('BF16', {}, { output: 'BF16' }),
  Q8_0: recipe('Q8_0', {}, { output: 'Q8_0' }),
  Q6_K: recipe('Q6_K'),
  Q5_K_M: withValues(
    'Q5_K',
    [rule('Q6_K', 'more-bits')],
    { 'ffn-down': [rule('Q6_K', 'more-bits')] },
    { fusedBefore2026: 'Q6_K' },
  ),
  Q5_K_S: recipe('Q5_K'),
  Q5_0: recipe('Q5_0', { 'ffn-down': [rule('Q5_1', 'imatrix', 'first-eighth')] }),
  Q5_1: recipe('Q5_1'),
  Q4_K_M: withValues(
    'Q4_K',
    [rule('Q6_K', 'more-bits')],
    {
      'ffn-down': [
        rule('Q6_K', 'falcon', 'first-sixteenth'),
        rule('Q5_K', 'falcon', 'more-bits'),
        rule('Q6_K', 'not-falcon', 'more-bits'),
      ],
      'attn-out': [out8],
    },
    { fusedBefore2026: 'Q5_K' },
  ),
  Q4_K_S: withValues('Q4_K', [rule('Q5_K', 'first-4')], {
    'ffn-down': [rule('Q5_K', 'not-falcon', 'first-eighth')],
    'attn-out': [out8],
  }),
  Q4_0: recipe('Q4_0', { 'ffn-down': [rule('Q4_1', 'imatrix', 'first-eighth')] }),
  Q4_1: recipe('Q4_1'),
  Q3_K_L: withValues(
    'Q3_K',
    [rule('Q5_K')],
    {
      'ffn-down': [rule('Q4_K', 'falcon'), rule('Q5_K')],
      'attn-out': [rule('Q4_K', 'falcon'), rule('Q5_K', 'not-experts-8')],
    },
    { fusedBefore2026: 'Q4_K' },
  ),
  Q3_K_M: withValues(
    'Q3_K',
    [rule('Q5_K', 'first-2'), rule('Q4_K')],
    {
      'ffn-down': [
        rule('Q5_K', 'first-sixteenth'),
        rule('Q4_K', 'not-falcon'),
        rule('Q4_K', 'more-bits'),
      ],
      'attn-out': [out8, rule('Q4_K', 'not-falcon')],
    },
    { fusedBefore2026: 'Q4_K' },
  ),
  Q3_K_S: recipe('Q3_K', { 'attn-out': [out8] }),
  Q2_K: withValues('Q2_K', [rule('Q4_K', 'gqa-4'), rule('Q3_K')], {
    'ffn-down': [rule('Q3_K')],
    'attn-out': [out8, rule('Q3_K', 'not-falcon')],
  }),
  Q2_K_S: withValues(
    'Q2_K',
    [rule('Q4_K', 'gqa-4')],
    { 'ffn-down': [rule('Q4_K', 'first-eighth')] },
    { needsImatrix: true },
  ),
  IQ4_XS: iq4('IQ4_XS'),
  IQ4_NL: iq4('IQ4_NL'),
  IQ3_M: withValues(
    'IQ3_S',
    [rule('Q4_K')],
    {
      'ffn-down': [rule('Q4_K', 'first-eighth'), rule('Q4_K', 'experts-8', 'more-bits')],
      'attn-out': [out8, rule('Q4_K', 'not-falcon')],
    },
    { fusedBefore2026: 'Q4_K' },
  ),
  IQ3_S: withValues('IQ3_S', [rule('Q4_K', 'gqa-4')], { 'attn-out': [out8] }),
  IQ3_XS: withValues('IQ3_S', [rule('Q4_K', 'gqa-4')], {
    'attn-q': [rule('IQ3_XXS')],
    'attn-k': [rule('IQ3_XXS')],
    'ffn-gate': [rule('IQ3_XXS', 'middle')],
    'ffn-up': [rule('IQ3_XXS', 'middle')],
    'attn-out': [out8],
  }),
  IQ3_XXS: withValues(
    'IQ3_XXS',
    [rule('Q4_K', 'gqa-4'), rule('IQ3_S', 'no-imatrix')],
    {
      'token-embedding': [rule('IQ3_S')],
      'attn-q': [rule('IQ2_S')],
      'attn-k': [rule('IQ2_S')],
      'ffn-down': [rule('Q4_K', 'no-imatrix', 'first-eighth'), rule('Q3_K', 'no-imatrix')],
      'attn-out': [out8, rule('IQ3_S', 'not-falcon')],
    },
    { output: 'Q5_K', needsImatrix: true },
  ),
  IQ2_M: low('IQ2_S', 'IQ3_S', 'IQ3_S', 'IQ3_S'),
  IQ2_S: low('IQ2_XS', 'IQ3_S', 'IQ3_S', 'IQ3_S'),
  IQ2_XS: low('IQ2_XS', 'Q2_K', 'Q2_K', null),
  IQ2_XXS: low('IQ2_XXS', 'Q2_K', 'Q2_K', null),
  IQ1_M: low('IQ1_M', 'Q2_K', 'Q2_K', 'IQ2_XXS'),
  IQ1_S: low('IQ1_S', 'Q2_K', 'Q2_K', 'IQ2_XXS'),
  TQ1_0: recipe('TQ1_0', { 'token-embedding': [rule('Q4_K')] }),
  TQ2_0: recipe('TQ2_0', { 'token-embedding': [rule('Q4_K')] }),
  MXFP4_MOE: recipe(
    'Q8_0',
    {
      'ffn-gate': [rule('MXFP4', 'stacked')],
      'ffn-up': [rule('MXFP4', 'stacked')],
      'ffn-down': [rule('MXFP4', 'stacked')],
      other: [rule('MXFP4', 'stacked')],
    },
    { output: 'Q8_0' },
  ),
} as const satisfies Readonly<Record<string, MixRecipe>>

/** A recipe whose embedding and output matrix are Q8_0. */
const wideEnds = (inner: MixRecipe): MixRecipe => ({
  ...inner,
  output: 'Q8_0',
  rules: { ...inner.rules, 'token-embedding': [rule('Q8_0')] },
})

/**
 * The mix of every file type of llama.cpp, as data: which storage type each category of tensors
 * gets. `mixType` reads it. The last five are no types of llama.cpp but published under these names:
 * the middle mix with embedding and output in Q8_0, by two options of its quantiser.
 *
 * @example mixRecipes.Q4_K_M.base // 'Q4_K'
 */
export const mixRecipes = {
  ...ownRecipes,
  Q6_K_L: wideEnds(ownRecipes.Q6_K),
  Q5_K_L: wideEnds(ownRecipes.Q5_K_M),
  Q4_K_L: wideEnds(ownRecipes.Q4_K_M),
  Q3_K_XL: wideEnds(ownRecipes.Q3_K_L),
  Q2_K_L: wideEnds(ownRecipes.Q2_K),
} as const satisfies Readonly<Record<string, MixRecipe>>

/** A file type of llama.cpp: what a GGUF file's name ends in. */
export type GgufFileType = keyof typeof mixRecipes

/**
 * Tells whether a name is one of the file types.
 *
 * @example isGgufFileType('Q4_K_M') // true
 */
export function isGgufFileType(name: string): name is GgufFileType {
  return Object.hasOwn(mixRecipes, name)
}
