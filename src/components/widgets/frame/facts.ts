/** Plain facts of a widget's state and result: what "set the widget until …" is checked on. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Tells the page what a widget shows now. */
export function tellFacts(widget: string, facts: Facts): void {
  document.dispatchEvent(new CustomEvent('workbook:facts', { detail: { widget, facts } }))
}

/** Answers those who came later and ask; returns the way to stop. */
export function answerFacts(widget: string, facts: () => Facts): () => void {
  const answer = () => tellFacts(widget, facts())
  document.addEventListener('workbook:ask-facts', answer)
  return () => document.removeEventListener('workbook:ask-facts', answer)
}
