import type { ExerciseAnswer, GradableExercise, Grade } from '../../lib/exercise/gradable.ts'
import { onProgress, progress } from './progress-here'

/** Grades the exercise inside it, keeps the answer, and brings it back on the next visit. */
class ExerciseElement extends HTMLElement {
  #facts: Readonly<Record<string, unknown>> = {}
  /** The widget's facts that the verdict is about. */
  #checkedFacts = ''

  connectedCallback() {
    const form = this.querySelector('form')
    const id = this.dataset['id']
    if (form === null || id === undefined) return
    // Written by Exercise.astro, which has it from resolveExercise.
    const exercise = JSON.parse(this.dataset['gradable'] ?? '{}') as GradableExercise

    for (const hidden of form.querySelectorAll<HTMLElement>('[type="submit"], .moves')) {
      hidden.hidden = false
    }
    const items = [...form.querySelectorAll('[data-index]')]
    const startAgain = () => {
      form.reset()
      form.querySelector('.ordering')?.append(...items)
      this.#clear()
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#check(exercise, { form, id })
    })
    form.addEventListener('input', (event) => this.#outdate(event.target))
    form.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      if (button?.dataset['move'] !== undefined) this.#move(button, button.dataset['move'])
      if (button?.hasAttribute('data-again')) {
        progress.clear([id])
        startAgain()
      }
    })
    document.addEventListener('workbook:facts', (event) => {
      if (exercise.kind !== 'widget' || !(event instanceof CustomEvent)) return
      const told = event.detail as { widget?: unknown; facts?: Readonly<Record<string, unknown>> }
      if (told.widget !== exercise.widget) return
      this.#facts = { ...told.facts }
      if (JSON.stringify(this.#facts) !== this.#checkedFacts) this.#outdate(null)
    })
    // Only what was kept may be wiped: progress also changes when another exercise is checked,
    // while something is being typed here.
    let kept = progress.answer(id)
    if (kept !== undefined && exercise.kind !== 'widget') this.#write(kept.answer, form)
    this.#markDone(kept?.done === true)
    onProgress(() => {
      const before = kept
      kept = progress.answer(id)
      if (before !== undefined && kept === undefined) startAgain()
      this.#markDone(kept?.done === true)
    })
  }

  async #check(exercise: GradableExercise, { form, id }: { form: HTMLFormElement; id: string }) {
    const { gradeExercise } = await import('../../lib/exercise/grade-exercise.ts')
    const answer = this.#read(exercise, form)
    const grade = gradeExercise(exercise, answer)
    if (grade.verdict !== 'incomplete') progress.setAnswer(id, { verdict: grade.verdict, answer })
    this.#show(grade)
  }

  #read(exercise: GradableExercise, form: HTMLFormElement): ExerciseAnswer {
    const data = new FormData(form)
    switch (exercise.kind) {
      case 'numeric':
        return Object.fromEntries(data)
      case 'choice':
      case 'multiple':
        return data.getAll('option').map(Number)
      case 'ordering':
        return [...form.querySelectorAll<HTMLElement>('[data-index]')].map((item) =>
          Number(item.dataset['index']),
        )
      case 'widget':
        document.dispatchEvent(new Event('workbook:ask-facts'))
        this.#checkedFacts = JSON.stringify(this.#facts)
        return this.#facts
    }
  }

  #write(answer: ExerciseAnswer, form: HTMLFormElement) {
    if (Array.isArray(answer)) {
      for (const input of form.querySelectorAll<HTMLInputElement>('[name="option"]')) {
        input.checked = answer.includes(Number(input.value))
      }
      const list = form.querySelector('.ordering')
      for (const index of answer) {
        const item = list?.querySelector(`[data-index="${index}"]`)
        if (item) list?.append(item)
      }
      return
    }
    for (const [name, value] of Object.entries(answer)) {
      const input = form.elements.namedItem(name)
      if (input instanceof HTMLInputElement) input.value = String(value)
    }
  }

  #move(button: HTMLButtonElement, direction: string) {
    const item = button.closest('li')
    const other = direction === 'up' ? item?.previousElementSibling : item?.nextElementSibling
    if (item === null || !other) return
    if (direction === 'up') other.before(item)
    else other.after(item)
    button.focus()
    this.#outdate(null)
  }

  /** Takes back a verdict on what is no longer there: of the changed field, or of all of them. */
  #outdate(changed: EventTarget | null) {
    const result = this.querySelector<HTMLElement>('.result')
    if (result?.dataset['verdict'] === undefined) return
    const field = changed instanceof Element ? changed.closest('.field') : null
    this.#unmark(field ?? this)
    result.textContent = 'Changed since you checked.'
    result.dataset['verdict'] = 'changed'
  }

  #show(grade: Grade) {
    this.#clear()
    const result = this.querySelector<HTMLElement>('.result')
    if (result === null) return
    result.textContent = grade.message
    result.dataset['verdict'] = grade.verdict
    for (const part of grade.parts) {
      const row = this.querySelector<HTMLElement>(`[data-part="${CSS.escape(part.id)}"]`)
      const says = row?.querySelector('.says')
      if (!row || !says) continue
      row.dataset['verdict'] = part.verdict
      says.textContent = part.message
      row.querySelector('input')?.setAttribute('aria-invalid', String(part.verdict === 'wrong'))
    }
    const again = this.querySelector<HTMLElement>('[data-again]')
    if (again) again.hidden = false
  }

  #clear() {
    const result = this.querySelector<HTMLElement>('.result')
    this.#unmark(this)
    if (result) {
      result.textContent = ''
      delete result.dataset['verdict']
    }
    const again = this.querySelector<HTMLElement>('[data-again]')
    if (again) again.hidden = true
  }

  #unmark(part: Element) {
    const marked = part.querySelectorAll<HTMLElement>('[data-part]')
    for (const row of [part, ...marked]) row.removeAttribute('data-verdict')
    for (const says of part.querySelectorAll('.says')) says.textContent = ''
    for (const input of part.querySelectorAll('input')) input.removeAttribute('aria-invalid')
  }

  #markDone(done: boolean) {
    const mark = this.querySelector<HTMLElement>('.done')
    if (mark) mark.hidden = !done
  }
}

/** Registers `<wb-exercise>` once. */
export function defineExercise() {
  if (customElements.get('wb-exercise') === undefined) {
    customElements.define('wb-exercise', ExerciseElement)
  }
}
