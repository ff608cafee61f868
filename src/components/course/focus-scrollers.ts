/** Lets the keyboard reach tables and formulas that scroll sideways, and only those. */
export function focusScrollers() {
  const blocks = document.querySelectorAll<HTMLElement | MathMLElement>(
    '.sl-markdown-content :is(table, math[display="block"])',
  )
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
      else target.removeAttribute('tabindex')
    }
  })
  for (const block of blocks) observer.observe(block)
}
