import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Rgb = readonly [number, number, number]

/** Linear red, green and blue of one token in the light (0) or the dark (1) page. */
function token(name: string, theme: 0 | 1): Rgb {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
  const hex = pair?.[theme + 1] ?? ''
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** WCAG 2.2 contrast ratio. */
function contrast(a: Rgb, b: Rgb) {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** CIE Lab of a linear colour, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(luminance([r, g, b]))
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Full loss of one kind of cone: Machado, Oliveira and Fernandes 2009. */
const eyes: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const seen = (colour: Rgb, [r, g, b]: readonly [Rgb, Rgb, Rgb]): Rgb => {
  const row = (weights: Rgb) => {
    const sum = weights[0] * colour[0] + weights[1] * colour[1] + weights[2] * colour[2]
    return Math.min(1, Math.max(0, sum))
  }
  return lab([row(r), row(g), row(b)])
}

const data = (theme: 0 | 1) => [1, 2, 3, 4, 5, 6].map((index) => token(`data-${index}`, theme))

for (const theme of [0, 1] as const) {
  const page = theme === 0 ? 'light' : 'dark'

  test(`on the ${page} page text reads at 4.5:1 and data stand out at 3:1`, () => {
    for (const ground of ['paper', 'sheet']) {
      for (const name of ['ink', 'ink-soft', 'accent', 'good', 'tight', 'bad']) {
        expect(contrast(token(name, theme), token(ground, theme)), name).toBeGreaterThan(4.5)
      }
      for (const colour of data(theme)) {
        expect(contrast(colour, token(ground, theme))).toBeGreaterThan(3)
      }
    }
  })

  test(`on the ${page} page data colours differ for every kind of eye, and neighbours in grey`, () => {
    const colours = data(theme)
    for (const [kind, eye] of Object.entries(eyes)) {
      const shades = colours.map((colour) => seen(colour, eye))
      shades.forEach((a, index) => {
        for (const b of shades.slice(index + 1)) {
          expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), kind).toBeGreaterThan(18)
        }
      })
    }
    colours.slice(1).forEach((colour, index) => {
      const before = colours[index] ?? colour
      expect(Math.abs(lab(colour)[0] - lab(before)[0])).toBeGreaterThan(12)
    })
  })
}
