import { frame } from '../../ui/words.ts'
import { fileName } from '../../../lib/export/file-name.ts'
import { framedDrawing } from '../../../lib/export/framed-drawing.ts'
import { pngSize } from '../../../lib/export/png-size.ts'
import { standaloneSvg } from '../../../lib/export/standalone-svg.ts'
import type { Table } from '../../../lib/export/table.ts'
import { toCsv } from '../../../lib/export/to-csv.ts'
import { toMarkdown } from '../../../lib/export/to-markdown.ts'

interface About {
  readonly widget: string
  readonly about: string
}

/** Downloads the table, and tells what was done. */
export function exportTable(
  what: 'csv' | 'markdown',
  { widget, about, table }: About & { readonly table: Table },
): string {
  const name = fileName([widget, about], what === 'csv' ? 'csv' : 'md')
  const text = what === 'csv' ? toCsv(table) : toMarkdown(table)
  return download(name, new Blob([text], { type: `text/${what}` }))
}

/** Downloads the widget's picture with its title and legend, and tells what was done. */
export async function exportPicture(
  what: 'svg' | 'png',
  {
    widget,
    about,
    title,
    description,
    picture: name,
  }: About & {
    readonly title: string
    readonly description: string
    /** Value of `data-picture`, where there are several; the first one, if nothing is said. */
    readonly picture?: string
  },
): Promise<string> {
  const mark = name === undefined ? '' : `="${name}"`
  const picture = document.querySelector<SVGSVGElement>(`#${widget} [data-picture${mark}]`)
  if (picture === null) return frame.noPicture
  const { width, height } = picture.getBoundingClientRect()
  const sheet = getComputedStyle(picture.closest('section') ?? picture)
  const svg = standaloneSvg(
    framedDrawing({
      inner: styledCopy(picture),
      width: Math.round(width),
      height: Math.round(height),
      title,
      description,
      background: sheet.backgroundColor,
      ink: sheet.color,
      font: sheet.fontFamily,
      legend: legendOf(`#${widget} [data-legend${mark}] > li`),
    }),
  )
  const file = new Blob([svg], { type: 'image/svg+xml' })
  if (what === 'svg') return download(fileName([widget, about], 'svg'), file)
  return download(fileName([widget, about], 'png'), await rastered(file))
}

/** What the list marked `data-legend` says; its fills are those of the picture. */
function legendOf(selector: string) {
  const entries = document.querySelectorAll(selector)
  return [...entries].map((entry) => ({
    label: (entry.textContent ?? '').trim(),
    fill: swatchOf(entry),
  }))
}

/** A pattern of the picture, or the colour of a line as the page shows it. */
function swatchOf(entry: Element): string {
  const line = entry.querySelector('line')
  if (line !== null) return getComputedStyle(line).stroke
  return entry.querySelector('rect')?.getAttribute('fill') ?? 'none'
}

const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity'] as const
const TEXT_STYLES = ['font-family', 'font-size', 'font-weight', 'paint-order'] as const

/** The picture's inside with the styles of the page written into it. */
function styledCopy(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  const originals = [...picture.querySelectorAll('*')]
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index]
    if (original === undefined) continue
    const style = getComputedStyle(original)
    const names = element.tagName === 'text' ? [...STYLES, ...TEXT_STYLES] : STYLES
    for (const name of names) element.setAttribute(name, style.getPropertyValue(name))
    element.removeAttribute('class')
  }
  return new XMLSerializer().serializeToString(copy)
}

async function rastered(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  const image = new Image()
  image.src = address
  await image.decode()
  URL.revokeObjectURL(address)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, pngSize(image))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
  )
}

function download(name: string, file: Blob): string {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return frame.saved(name)
}
