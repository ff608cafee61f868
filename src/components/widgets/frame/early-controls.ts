type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * A page can be used before its widgets are alive. This looks at the controls as they stand in the
 * page before the widget takes them over, and returns the way to tell the living widget what was
 * changed in them. Call it before the widget takes its markup over; null where there is no page yet.
 */
export function rememberControls(section: Element | null): () => void {
  const [navigation] = performance.getEntriesByType('navigation')
  // On the way back a browser fills fields by itself; the address knows better.
  const back =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward'
  if (section === null || back) return () => undefined
  const changed = [...section.querySelectorAll<Control>('input, select, textarea')]
    .filter(isChanged)
    .map((control) => ({ control, value: control.value, checked: isChecked(control) }))
  return () => changed.forEach(replay)
}

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].find((option) => option.defaultSelected)
    return control.selectedOptions[0] !== (given ?? control.options[0])
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control.type === 'file') return false
  if (control.type === 'radio') return control.checked && !control.defaultChecked
  if (control.type === 'checkbox') return control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}

const isChecked = (control: Control): boolean =>
  control instanceof HTMLInputElement && control.checked

/** Does to the living control what the reader did to the dead one. */
function replay(early: {
  readonly control: Control
  readonly value: string
  readonly checked: boolean
}): void {
  const { control, value, checked } = early
  // A search that nobody is in any more was given up.
  if (control.role === 'combobox' && document.activeElement !== control) return
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = checked
  } else {
    control.value = value
  }
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
}
