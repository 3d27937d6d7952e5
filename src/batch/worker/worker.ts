import type { Read, Reading } from '../processes/questions.ts'
import { serveInputs } from './serve.ts'

await serveInputs<Reading, Read>(async () => {
  const [{ extractOne }, { optionsOf }] = await Promise.all([import('../../pipeline.ts'), import('../reading.ts')])
  return async (source, reading) => {
    const bugs: string[] = []
    const onBug = (error: unknown) => bugs.push(error instanceof Error ? (error.stack ?? '') : String(error))
    const result = await extractOne(source, { ...optionsOf(reading), onBug })
    const sha256 = result.failures.length === 0 ? (result.input?.sha256 ?? null) : null
    return { result: JSON.stringify(result), sha256, bugs }
  }
})
