/** Tells the page around this one how high it is, now and whenever that changes. */
export function tellHeight(): void {
  if (window.parent === window) return
  const widget = document.querySelector('section.widget')?.id ?? ''
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'workbook:height', widget, height }, '*')
  }
  new ResizeObserver(tell).observe(document.body)
}
