/**
 * A button can be pressed before its widget is alive; the script in Widget.astro then marks it. This
 * takes the marks off and returns the way to press those buttons once, now that somebody listens:
 * only those that are still there, still can be pressed, and still say what they said. Call it
 * before the widget takes its markup over.
 */
export function rememberPresses(section: Element): () => void {
  const pressed = [...section.querySelectorAll<HTMLButtonElement>('button[data-pressed]')]
  const early = pressed.map((button) => ({ button, said: wordsOf(button) }))
  for (const button of pressed) delete button.dataset['pressed']
  return () => {
    for (const { button, said } of early.splice(0)) {
      if (button.isConnected && wordsOf(button) === said) button.click()
    }
  }
}

const wordsOf = (button: HTMLButtonElement): string =>
  button.ariaLabel ?? (button.textContent ?? '').replace(/\s+/g, ' ').trim()
