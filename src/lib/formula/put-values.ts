import { escapeXml } from '../export/standalone-svg.ts'

/**
 * The mark that stands in rendered mathematics where a value goes.
 *
 * @example valueSlot('layers') //=> '[[layers]]'
 */
export const valueSlot = (name: string): string => `[[${name}]]`

/**
 * Puts values into mathematics that was rendered with slots; the texts are escaped.
 *
 * @example putValues('<mtext>[[layers]]</mtext>', { layers: '32' }) //=> '<mtext>32</mtext>'
 */
export function putValues(template: string, texts: Readonly<Record<string, string>>): string {
  return template.replace(/\[\[(\w+)\]\]/g, (slot, name: string) =>
    Object.hasOwn(texts, name) ? escapeXml(texts[name] ?? slot) : slot,
  )
}
