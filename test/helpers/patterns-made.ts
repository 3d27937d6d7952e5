import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** A pattern that `new RegExp` made, as a literal is written, and the file, line and column that made it. */
export interface Made {
  readonly pattern: string
  readonly site: string
}

/** Every pattern that code below a folder makes with `new RegExp` while something runs. */
export async function patternsMade(folder: string, run: () => Promise<unknown>): Promise<Made[]> {
  const made: Made[] = []
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct(target, args, self) {
      const pattern = Reflect.construct(target, args, self) as RegExp
      const site = siteOf(new Error().stack ?? '', folder)
      if (site) made.push({ pattern: String(pattern), site })
      return pattern
    },
  })
  try {
    await run()
  } finally {
    globalThis.RegExp = own
  }
  return made
}

/** The caller of the recorder: the third line of a stack, behind the message and the recorder itself. */
function siteOf(stack: string, folder: string): string | undefined {
  const caller = stack.split('\n')[2] ?? ''
  const at = caller.indexOf(folder)
  return at < 0 ? undefined : caller.slice(at + folder.length).replace(/\)$/, '')
}

/** How many expressions of a file are `new RegExp(…)` or `RegExp(…)`. */
export function makersIn(file: string): number {
  let count = 0
  const gather = (node: ts.Node) => {
    const isMaker = ts.isNewExpression(node) || ts.isCallExpression(node)
    if (isMaker && node.expression.getText() === 'RegExp') count += 1
    ts.forEachChild(node, gather)
  }
  gather(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return count
}
