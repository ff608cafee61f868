export interface Drawing {
  /** What stands between `<svg>` and `</svg>`, its styles already written into it. */
  readonly inner: string
  readonly width: number
  readonly height: number
  readonly title: string
  /** The text twin: what the picture shows, in words. */
  readonly description: string
  readonly background: string
}

/**
 * Makes a drawing of the page a file of its own, with its title, its text twin and a ground to
 * stand on.
 *
 * @throws RangeError when a side is not a positive number.
 * @example standaloneSvg({ inner: '<g/>', width: 8, height: 4, title: 'A', description: 'B', background: '#fff' })
 */
export function standaloneSvg(drawing: Drawing): string {
  const { inner, width, height, title, description, background } = drawing
  for (const side of [width, height]) {
    if (!(side > 0 && Number.isFinite(side))) {
      throw new RangeError(`standaloneSvg: a side is ${side}; it must be more than 0`)
    }
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${escapeXml(background)}"/>`,
    inner,
    '</svg>',
  ].join('\n')
}

/**
 * Escapes a text for XML.
 *
 * @example escapeXml('a < b') //=> 'a &lt; b'
 */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
