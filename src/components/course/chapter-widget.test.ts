import { expect, test } from 'vitest'
import { chapterWidget } from './chapter-widget.ts'

const page = (id: string) => ({ locals: { starlightRoute: { entry: { id } } } }) as never

test('a preset without a widget means the widget of its own chapter', () => {
  expect(chapterWidget(page('inference-memory'))).toBe('memory-calculator')
  expect(chapterWidget(page('inference-memory'), 'another-lab')).toBe('another-lab')
  expect(() => chapterWidget(page('no-such-chapter'))).toThrow(/no widget in widgets\.ts/)
})
