import type { Desk } from './desk/desk.ts'

/** What the keys do beside deciding. */
export interface Commands {
  desk(): Desk | undefined
  zoom(by: number): void
  save(): void
  toList(): void
  help(): void
}

/** What a key does; undefined where it does nothing of ours. */
function actionOf(key: string, { desk, ...commands }: Commands): (() => void) | undefined {
  const at = desk()
  const ofDesk: { readonly [key: string]: (() => void) | undefined } = {
    n: () => at?.step(1),
    p: () => at?.step(-1),
    a: () => at?.accept(),
    c: () => at?.edit(),
    u: () => at?.unreadable(),
    z: () => at?.undo(),
    Escape: () => commands.toList(),
    '+': () => commands.zoom(1.2),
    '-': () => commands.zoom(1 / 1.2),
  }
  const everywhere: { readonly [key: string]: (() => void) | undefined } = {
    s: () => commands.save(),
    '?': () => commands.help(),
  }
  if (at && /^[1-9]$/.test(key)) return () => at.choose(Number(key))
  return everywhere[key] ?? (at ? ofDesk[key] : undefined)
}

/** Listens to keys, but while something is typed or a dialog is open. */
export function listen(root: HTMLElement, commands: Commands): void {
  root.ownerDocument.addEventListener('keydown', event => {
    const target = event.target as HTMLElement
    const isTyping = target.closest?.('input, textarea, select, dialog') != null
    if (isTyping || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !root.isConnected) return
    const action = actionOf(event.key, commands)
    if (!action) return
    event.preventDefault()
    action()
  })
}
