import mdx from '@astrojs/mdx'
import { unified } from '@astrojs/markdown-remark'
import starlight from '@astrojs/starlight'
import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { baseLinks } from './integrations/base-links.mjs'
import { chapterSidebar } from './integrations/chapter-sidebar.mjs'
import { contentSecurity } from './integrations/content-security.mjs'
import { offline } from './integrations/offline.mjs'
import { pdfMaps } from './integrations/pdf-maps.mjs'
import { wasmRuntimeFiles } from './integrations/wasm-runtime.mjs'

const base = process.env.BASE_PATH ?? '/'

const markdown = {
  processor: unified({
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, { output: 'mathml', strict: 'error' }],
      [baseLinks, { base }],
    ],
  }),
}

export default defineConfig({
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  markdown,
  integrations: [
    starlight({
      title: 'LLM Workbook',
      description:
        'A workbook for people who build with language models: prompt, retrieve, fine-tune, run. Every number is computed in the page.',
      customCss: ['./src/styles/book.css'],
      sidebar: chapterSidebar(),
      pagination: true,
      credits: false,
      // Lines wrap: a block that scrolls sideways becomes a landmark without a name.
      expressiveCode: { useStarlightUiThemeColors: true, defaultProps: { wrap: true } },
      routeMiddleware: './src/components/starlight/route-data.ts',
      components: {
        Search: './src/components/starlight/Search.astro',
        PageTitle: './src/components/starlight/PageTitle.astro',
        MarkdownContent: './src/components/starlight/MarkdownContent.astro',
      },
    }),
    mdx(),
    svelte(),
    wasmRuntimeFiles(),
    pdfMaps(),
    offline({ base }),
    contentSecurity(),
  ],
  vite: {
    worker: { format: 'es' },
    build: { assetsInlineLimit: 0 },
  },
})
