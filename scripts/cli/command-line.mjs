// Plain JavaScript without dependencies: run.mjs reads it before the packages are installed.
import { parseArgs } from 'node:util'
import { COMMANDS } from './commands.mjs'

/** @typedef {keyof typeof COMMANDS} CommandName */
/** @typedef {import('./commands.mjs').Command} Command */

/** A command line that can't be carried out. The message is one sentence; the exit code is 2. */
export class UsageError extends Error {
  name = 'UsageError'
}

/**
 * The options and arguments that a command was called with.
 * @template {CommandName} N
 * @param {N} name
 * @param {readonly string[]} [argv] what follows the command's name
 * @returns {{ help: boolean, args: string[], options: { [O in keyof (typeof COMMANDS)[N]['options']]: string } }}
 * @throws {UsageError}
 */
export function parseCommandLine(name, argv = process.argv.slice(3)) {
  const command = /** @type {Command} */ (COMMANDS[name])
  const declared = Object.keys(command.options).map((option) => [option, { type: /** @type {const} */ ('string') }])
  /** @type {Record<string, { type: 'string' | 'boolean', short?: string }>} */
  const options = { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(declared) }
  // Not strict: the messages of parseArgs are several sentences and differ between versions of Node.
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const hint = `see ${helpCall(command)}`
  /** @type {Record<string, string>} */
  const values = {}
  let help = false
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { rawName, value } = token
    const type = Object.hasOwn(options, token.name) ? options[token.name]?.type : undefined
    if (!type) throw new UsageError(`${command.call} has no option ${rawName}: ${hint}.`)
    if (type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value: ${hint}.`)
    if (type === 'string' && (value === undefined || (!token.inlineValue && value.startsWith('-'))))
      throw new UsageError(`${rawName} needs a value: ${hint}.`)
    if (type === 'boolean') help = true
    else values[token.name] = String(value)
  }
  const [max, min] = [command.args.some(({ repeated }) => repeated) ? Infinity : command.args.length, required(command)]
  if (!help && positionals.length > max)
    throw new UsageError(`${command.call} takes no argument "${positionals[max]}": ${hint}.`)
  if (!help && positionals.length < min)
    throw new UsageError(`${command.call} needs <${command.args[positionals.length]?.name}>: ${hint}.`)
  const all = Object.entries(command.options).map(([option, { default: fallback }]) => [
    option,
    values[option] ?? fallback,
  ])
  return { help, args: positionals, options: Object.fromEntries(all) }
}

/** @param {Command} command */
const required = ({ args }) => args.filter((arg) => arg.required).length

/** npm takes options before "--" for its own. @param {Command} command */
const helpCall = ({ call }) => (call.startsWith('npm') ? `${call} -- --help` : `${call} --help`)

/**
 * The text that `--help` prints.
 * @param {CommandName} name
 */
export function usage(name) {
  const command = /** @type {Command} */ (COMMANDS[name])
  const { call, summary, details, args } = command
  const options = Object.entries(command.options)
  const words = [
    ...(options.length ? ['[options]'] : []),
    ...args.map((arg) => (arg.required ? `<${arg.name}>` : `[${arg.name}${arg.repeated ? ' …' : ''}]`)),
  ]
  const separator = call.startsWith('npm') && words.length ? ' --' : ''
  const rows = options.map(([option, { value, default: fallback, about }]) => [
    `--${option} <${value}>`,
    fallback ? `${about} (${fallback})` : about,
  ])
  return [
    `Usage: ${[call + separator, ...words].join(' ')}`,
    `${summary}${details ? `\n${details}` : ''}`,
    ...(args.length ? [`Arguments:\n${table(args.map((arg) => [arg.name, arg.about]))}`] : []),
    `Options:\n${table([...rows, ['-h, --help', 'prints this and exits']])}`,
  ].join('\n\n')
}

/** The list of commands. */
export const overview = () =>
  `Usage: node scripts/run.mjs <command>\n\nCommands:\n${table(
    Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
  )}\n\nEach of them answers --help.`

/** @param {readonly (readonly (string | undefined)[])[]} rows */
const table = (rows) => {
  const width = Math.max(...rows.map(([first]) => first?.length ?? 0))
  return rows.map(([first, second]) => `  ${first?.padEnd(width)}  ${second}`).join('\n')
}

/**
 * A number of at least one from an option.
 * @param {string} option
 * @param {string} value
 */
export const positiveNumber = (option, value) => {
  const number = Number(value)
  if (!(number > 0)) throw new UsageError(`--${option} takes a number above zero, not "${value}".`)
  return number
}
