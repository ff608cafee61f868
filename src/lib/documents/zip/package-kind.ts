/**
 * Tells by the names in a zip archive what it is: 'docx', or another thing in words.
 *
 * @example packageKind(['xl/workbook.xml']) //=> 'an Excel workbook (XLSX)'
 */
export function packageKind(names: readonly string[]): string {
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('word/document') && has('[Content_Types].xml')) return 'docx'
  return kinds.find(([start]) => has(start))?.[1] ?? 'a zip archive'
}

const kinds: readonly (readonly [string, string])[] = [
  ['xl/', 'an Excel workbook (XLSX)'],
  ['ppt/', 'a PowerPoint presentation (PPTX)'],
  ['META-INF/container.xml', 'an e-book (EPUB)'],
  ['META-INF/manifest.xml', 'an OpenDocument file (such as ODT)'],
  ['META-INF/MANIFEST.MF', 'a Java archive (JAR)'],
  ['AndroidManifest.xml', 'an Android program (APK)'],
  ['Index/', 'a Pages document'],
]
