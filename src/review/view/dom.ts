type Child = Node | string | null

/** An element with attributes and children; text goes in as text. An attribute that is false or undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  setAttributes(made, attributes)
  made.append(...children.filter(child => child !== null))
  return made
}

export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined
}

/** The same of a drawing. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  setAttributes(made, attributes)
  made.append(...children.filter(child => child !== null))
  return made
}

function setAttributes(to: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) to.setAttribute(name, value === true ? '' : String(value))
}

/** A button that does something when it is pressed. */
export function button(text: string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', onPress)
  return made
}

/** A value as people read it. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'string') return value
  if (typeof value === 'number')
    return value.toLocaleString('en', { maximumFractionDigits: 10, useGrouping: value >= 10_000 })
  if (Array.isArray(value)) return value.map(shownValue).join('、')
  return JSON.stringify(value)
}

/** Hears an event of the window as long as an element stands in the page, and no longer. */
export function whileShown(shown: Element, event: string, act: () => void): void {
  const hear = (): void => {
    if (shown.isConnected) act()
    else window.removeEventListener(event, hear)
  }
  window.addEventListener(event, hear)
}
