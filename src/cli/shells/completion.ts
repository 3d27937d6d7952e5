import type { Command, Option } from 'commander'
import { printOut } from '../output/stdout.ts'

export type Shell = 'bash' | 'zsh' | 'fish'

/** The script by which a shell completes commands, options and their values, as the tree of commands has them. */
export const completionScript = (program: Command, shell: Shell): string => scripts[shell](program)

/** Prints it. */
export const completion = (program: Command, shell: Shell): Promise<void> => printOut(completionScript(program, shell))

const scripts: { readonly [S in Shell]: (program: Command) => string } = {
  bash,
  // zsh runs the script of bash.
  zsh: program =>
    `autoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit\nbashcompinit\n${bash(program)}`,
  fish,
}

const commandsOf = ({ commands }: Command): string[] => [...commands.map(command => command.name()), 'help']

const visible = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command)

const namesOf = ({ short, long }: Option): string[] => [short, long].filter(name => name !== undefined)

/** What may follow an option: its choices, none of ours where it takes anything, and undefined where it takes nothing. */
const valuesOf = ({ argChoices, required, optional }: Option): readonly string[] | undefined =>
  required || optional ? (argChoices ?? []) : undefined

function bash(program: Command): string {
  const cases = program.commands.map(command => {
    const options = visible(command)
    const words = options.flatMap(namesOf).join(' ')
    const values = options.flatMap(option => {
      const own = valuesOf(option)
      return own ? [`        ${namesOf(option).join('|')}) values="${own.join(' ')}"; takes=1 ;;`] : []
    })
    const choices = command.registeredArguments.flatMap(argument => argument.argChoices ?? []).join(' ')
    return [
      `    ${command.name()})`,
      `      words="${words}"; choices="${choices}"`,
      ...(values.length === 0 ? [] : ['      case "$before" in', ...values, '      esac']),
      '      ;;',
    ].join('\n')
  })
  return `_sapporo_eval() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local words="" values="" choices="" takes=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commandsOf(program).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "$command" in
    help) words=""; choices="${program.commands.map(command => command.name()).join(' ')}" ;;
${cases.join('\n')}
  esac
  if [ -n "$takes" ]; then
    [ -n "$values" ] && COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  elif [ -n "$choices" ]; then
    COMPREPLY=($(compgen -W "$choices" -- "$word"))
  fi
}
complete -o default -F _sapporo_eval sapporo-eval
`
}

function fish(program: Command): string {
  const start = 'complete -c sapporo-eval'
  const commands = program.commands.map(
    command => `${start} -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}`,
  )
  const options = program.commands.flatMap(command =>
    visible(command).map(option => {
      const { short, long } = option
      const values = valuesOf(option)
      const names = `${short ? ` -s ${short.slice(1)}` : ''}${long ? ` -l ${long.slice(2)}` : ''}`
      const value = values === undefined ? '' : values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ' -r'
      return `${start} -n '__fish_seen_subcommand_from ${command.name()}'${names}${value} -d ${quoted(option.description)}`
    }),
  )
  const choices = program.commands.flatMap(command => {
    const own = command.registeredArguments.flatMap(argument => argument.argChoices ?? [])
    return own.length === 0
      ? []
      : [`${start} -n '__fish_seen_subcommand_from ${command.name()}' -x -a ${quoted(own.join(' '))}`]
  })
  return `${[...commands, ...options, ...choices].join('\n')}\n`
}

const quoted = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&')}'`
