import type { Command } from 'commander'

/** The page of the manual in roff, as the tree of commands has it. It bears no date, so that the same tree gives the same page. */
export function manualPage(program: Command, version: string): string {
  const help = program.createHelp()
  return `${[
    `.TH SAPPORO\\-EVAL 1 "" "sapporo\\-eval ${version}" "User Commands"`,
    '.SH NAME',
    `sapporo\\-eval \\- ${escaped(program.description())}`,
    '.SH SYNOPSIS',
    ...program.commands.flatMap(command => ['.B sapporo\\-eval', escaped(usageOf(command)), '.br']),
    '.SH COMMANDS',
    ...program.commands.flatMap(sectionOf),
    '.SH OPTIONS OF ALL COMMANDS',
    ...help.visibleOptions(program).flatMap(option => entry(help.optionTerm(option), help.optionDescription(option))),
    '.SH FILES',
    ...entry('sapporo-eval.config.json', 'Defaults for options, found from the working directory upwards.'),
    '.SH ENVIRONMENT',
    ...entry('SAPPORO_EVAL_LANG', 'Language of the screen: ja or en.'),
    ...entry('SAPPORO_EVAL_PASSWORD', 'Password of PDFs.'),
    ...entry('SAPPORO_EVAL_...', 'Default of the option of that name, such as SAPPORO_EVAL_JOBS.'),
  ].join('\n')}\n`
}

const usageOf = (command: Command): string => `${command.name()} ${command.usage()}`

function sectionOf(command: Command): string[] {
  const help = command.createHelp()
  const own = help.visibleOptions(command).filter(({ long }) => long !== '--help')
  return [
    `.SS ${escaped(usageOf(command))}`,
    escaped(command.description()),
    ...help.visibleArguments(command).flatMap(argument => entry(argument.name(), help.argumentDescription(argument))),
    ...own.flatMap(option => entry(help.optionTerm(option), help.optionDescription(option))),
  ]
}

const entry = (term: string, description: string): string[] => ['.TP', `.B ${escaped(term)}`, escaped(description)]

/** A text that roff shows as it is: no line of it begins as an order. */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gmu, '\\&$&').replaceAll('"', '\\(dq')
