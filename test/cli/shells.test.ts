import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { programOf } from '../../src/cli/program.ts'
import { completionScript } from '../../src/cli/shells/completion.ts'
import { manualPage } from '../../src/cli/shells/manual.ts'
import { version } from '../../src/version.ts'
import { run } from './run.ts'

process.env.SAPPORO_EVAL_LANG = 'en'
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

test.each(['bash', 'zsh', 'fish'] as const)('%s takes its script', shell => {
  const { code, stdout } = run(['completion', shell])
  expect([code, stdout]).toEqual([0, completionScript(programOf(), shell)])
  if (has(shell))
    expect(spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
})

/** What bash offers for a line, its last word being typed. */
function offered(line: string): string[] {
  const words = line.split(' ')
  const script = `${completionScript(programOf(), 'bash')}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _sapporo_eval; printf '%s\\n' "\${COMPREPLY[@]}"`
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(word => word !== '')
}

test.runIf(has('bash'))('bash completes commands, options and their values', () => {
  expect(offered('sapporo-eval ex')).toEqual(['extract', 'explain'])
  expect(offered('sapporo-eval extract --enc')).toEqual(['--encoding'])
  expect(offered('sapporo-eval extract a.pdf --encoding u')).toEqual(['utf-8', 'utf-8-bom'])
  expect(offered('sapporo-eval extract a.pdf -f xl')).toEqual(['xlsx'])
  expect(offered('sapporo-eval completion z')).toEqual(['zsh'])
  expect(offered('sapporo-eval extract -o ')).toEqual([])
  expect(offered('sapporo-eval detect --table')).toEqual([])
})

test('the page of the manual is that of the tree of commands', () => {
  const page = new URL('../../docs/sapporo-eval.1', import.meta.url)
  const made = manualPage(programOf(), version)
  if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(page, made)
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(made)
  for (const { name } of programOf().commands.map(command => ({ name: command.name() })))
    expect(made).toContain(`.SS ${name}`)
  if (!has('groff')) return
  const shown = spawnSync('groff', ['-man', '-Tutf8', '-ww'], { input: made, encoding: 'utf8' })
  expect(shown).toMatchObject({ status: 0, stderr: '' })
})
