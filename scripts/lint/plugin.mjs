// The project's own ESLint plugin: its rules, and processors for the files that ESLint cannot parse.
import codeInAstro from './code-in-astro.mjs'
import codeInMdx from './code-in-mdx.mjs'
import layers from './rule-layers.mjs'
import noComponentArithmetic from './rule-no-component-arithmetic.mjs'

export default {
  meta: { name: 'workbook' },
  rules: { layers, 'no-component-arithmetic': noComponentArithmetic },
  processors: { astro: codeInAstro, mdx: codeInMdx },
}
