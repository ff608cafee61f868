import { defineConfig } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import tseslint from 'typescript-eslint'
import workbook from './scripts/lint/plugin.mjs'

/** ESLint's own recommended rules, read from the rules themselves (@eslint/js is not installed). */
const recommended = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta.docs?.recommended).map(([id]) => [id, 'error']),
)

/** A name that starts with _ says that it is not used. */
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }

const own = {
  'workbook/layers': 'error',
  'workbook/no-component-arithmetic': 'error',
}

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', unused],
}

const nodeGlobals = Object.fromEntries(
  'console process Buffer URL URLSearchParams TextEncoder TextDecoder setTimeout clearTimeout setInterval clearInterval fetch performance structuredClone AbortController'
    .split(' ')
    .map((name) => [name, 'readonly']),
)

export default defineConfig(
  {
    ignores: [
      'dist',
      'dist-*',
      '.astro',
      'node_modules',
      'public',
      'test-results',
      'playwright-report',
      'tests/fixtures/lint',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { workbook },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: nodeGlobals },
    rules: { ...recommended, 'no-unused-vars': ['error', unused] },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...typed, ...own },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [tseslint.configs.recommended, svelte.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      ...typed,
      ...own,
      // $props and $derived are destructured with let, by the habit of Svelte.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // Links to other pages are plain paths under the base; there is no SvelteKit router here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.astro'], processor: 'workbook/astro' },
  { files: ['**/*.mdx'], processor: 'workbook/mdx' },
  {
    files: ['**/*.astro/*.tsx', '**/*.mdx/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { ...own, '@typescript-eslint/no-explicit-any': 'error' },
  },
)
