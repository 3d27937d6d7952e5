import { asFailure } from '../../../failures.ts'
import { recogniseAll } from '../../../layouts/recognition.ts'
import { layouts } from '../../../layouts/registry.ts'
import type { Source } from '../../../pipeline.ts'
import { readWith } from '../../../readers/reader.ts'
import { readersFor } from '../../../readers/registry.ts'
import type { DetectTask, Finds, Looked } from './look.ts'

/** Which layout owns which pages of an input. Throws why it cannot be read. */
export async function detectOne(source: Source, { reader, password }: DetectTask): Promise<Looked<Finds['detect']>> {
  const document = await readWith(readersFor(reader), await source.bytes(), { password })
  const failures = (document.unread ?? []).map(error => asFailure(error, source.path))
  return { found: recogniseAll(document, layouts), failures, bugs: [], misuse: [] }
}
