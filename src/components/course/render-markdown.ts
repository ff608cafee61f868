import { createMarkdownProcessor } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'

const processor = createMarkdownProcessor({
  remarkPlugins: [remarkMath],
  rehypePlugins: [[rehypeKatex, { output: 'mathml', strict: 'error' }]],
  syntaxHighlight: false,
})

/** Renders a short Markdown text of the data (an exercise, say) to HTML at build. */
export async function renderMarkdown(text: string): Promise<string> {
  return (await (await processor).render(text)).code
}

/** The same for a text of one paragraph that stands inside a line: without its paragraph tags. */
export async function renderInline(text: string): Promise<string> {
  return (await renderMarkdown(text)).trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1')
}
