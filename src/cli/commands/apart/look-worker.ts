import { serveInputs } from '../../../batch/worker/serve.ts'
import type { Failure } from '../../../envelope.ts'
import { asFailure } from '../../../failures.ts'
import type { Source } from '../../../pipeline.ts'
import { UsageError } from '../../reporting/stderr.ts'
import type { Finds, Looked, Task } from './look.ts'

type Found = Looked<Finds[Task['command']]>

await serveInputs<Task, Found>(async () => {
  await import('../../../readers/registry.ts')
  return async (source, task) => {
    try {
      return await find(source, task)
    } catch (error) {
      return whyNot(error, source.path)
    }
  }
})

async function find(source: Source, task: Task): Promise<Found> {
  if (task.command === 'detect') return (await import('./looks.ts')).detectOne(source, task)
  if (task.command === 'picture') return (await import('./looks.ts')).pictureOne(source, task)
  if (task.command === 'validate') return (await import('./validate-one.ts')).validateOne(source, task)
  return (await import('./looks.ts')).inspectOne(source, task)
}

function whyNot(error: unknown, path: string): Found {
  const none = { found: null, failures: [] as Failure[], bugs: [] as string[], misuse: [] }
  if (error instanceof UsageError) return { ...none, misuse: error.problems }
  const failure = asFailure(error, path)
  const stack = error instanceof Error ? (error.stack ?? '') : String(error)
  return { ...none, failures: [failure], bugs: failure.code === 'INTERNAL' ? [stack] : [] }
}
