// Follows every link and asset of the built site: the file must exist, the anchor too, and nothing
// that the page loads by itself may come from another host.
//   node scripts/check-links.mjs <folder> <base>
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'parse5'

const [folder = 'dist', base = '/'] = process.argv.slice(2)
const LOADED = new Set([
  'script',
  'img',
  'link',
  'source',
  'iframe',
  'video',
  'audio',
  'image',
  'use',
])

const elements = function* (node) {
  yield node
  for (const child of node.childNodes ?? []) yield* elements(child)
  if (node.content) yield* elements(node.content)
}
const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value

const pages = new Map(
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const nodes = [...elements(parse(readFileSync(path.join(folder, file), 'utf8')))]
      const ids = new Set(nodes.map((node) => attribute(node, 'id')).filter(Boolean))
      return [file.split(path.sep).join('/'), { nodes, ids }]
    }),
)

const addressOf = (file) => base + file.replace(/index\.html$/, '')
const fileOf = (address) => {
  const inside = address.slice(base.length)
  const tries = [inside, `${inside}index.html`, `${inside}/index.html`].filter(Boolean)
  return tries.find((file) => {
    const whole = path.join(folder, file)
    return existsSync(whole) && statSync(whole).isFile()
  })
}

const problems = []
let checked = 0
const check = (file, node, link) => {
  if (/^(data|blob|mailto|javascript):/.test(link)) {
    if (link.startsWith('javascript:')) problems.push(`${file}: script in a link: ${link}`)
    return
  }
  checked += 1
  const url = new URL(link, `http://site.invalid${addressOf(file)}`)
  if (url.host !== 'site.invalid') {
    const isCanonical = attribute(node, 'rel') === 'canonical'
    if (LOADED.has(node.tagName) && !isCanonical)
      problems.push(`${file}: loads from another host: ${link}`)
    return
  }
  if (!url.pathname.startsWith(base)) {
    problems.push(`${file}: leaves the base path ${base}: ${link}`)
    return
  }
  const target = fileOf(decodeURIComponent(url.pathname))
  if (target === undefined) {
    problems.push(`${file}: no such file: ${link}`)
    return
  }
  const anchor = decodeURIComponent(url.hash.slice(1))
  const isState = anchor.includes('=')
  if (anchor && !isState && pages.has(target) && !pages.get(target).ids.has(anchor))
    problems.push(`${file}: no such heading: ${link}`)
}

for (const [file, { nodes }] of pages) {
  for (const node of nodes) {
    const link = attribute(node, 'href') ?? attribute(node, 'src')
    if (link !== undefined && node.tagName !== undefined) check(file, node, link)
  }
}
for (const problem of problems) console.error(problem)
console.log(`${checked} links in ${pages.size} pages checked, ${problems.length} broken.`)
process.exit(problems.length === 0 && checked > 0 ? 0 : 1)
