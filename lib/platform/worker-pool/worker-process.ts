import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { Message, type Request, type ProcessLimits } from './task'

/** Messages of a worker, and its exit: by a signal, or by itself. */
export type Said = Message | { ended: NodeJS.Signals | null }

/** A worker process, which handles one task at a time. */
export type WorkerProcess = {
  /** Sends a task once the process has started, and passes on what it says. */
  start: (request: Request, onMessage: (said: Said) => void) => Promise<void>
  kill: () => void
  /** Lets the pool's own process exit although this one waits. */
  setBusy: (isBusy: boolean) => void
}

// Not a URL that Next could resolve: it would bundle the entry, which has to stay a file that tsx loads.
const entry = () => [process.cwd(), 'lib/platform/worker-pool/worker-entry.mjs'].join('/')

/** The environment variables of a worker: no secret and no database. */
const ENVIRONMENT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG']

/** In place of a message that is none. A worker may have been misled to send anything. */
const UNREADABLE: Message = { failure: 'failed', message: 'The worker sent something that is no message.' }

export function startWorkerProcess({ heapMegabytes, processMegabytes }: ProcessLimits): WorkerProcess {
  const env = Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  const child = fork(entry(), [String(processMegabytes)], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: { ...env, NODE_ENV: process.env.NODE_ENV ?? 'production' } as NodeJS.ProcessEnv,
    serialization: 'advanced',
    // V8 reports an exhausted heap on stderr; the pool reports it to the caller instead.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  lowerPriority(child)
  let listener: (said: Said) => void = () => {}
  const ready = new Promise<void>((resolve) => {
    child.on('message', (raw) => {
      const { data: message = UNREADABLE } = Message.safeParse(raw)
      if ('ready' in message && message.ready === 'process') resolve()
      else listener(message)
    })
    const onEnd = () => {
      resolve()
      listener({ ended: child.signalCode })
      listener = () => {}
    }
    child.once('exit', onEnd)
    // More than one: each message that can't be sent is one.
    child.on('error', onEnd)
  })
  return {
    start: async (request, onMessage) => {
      listener = onMessage
      if (child.exitCode !== null || child.signalCode !== null) return onMessage({ ended: child.signalCode })
      await ready
      if (child.connected) child.send(request)
    },
    kill: () => {
      listener = () => {}
      child.kill('SIGKILL')
    },
    setBusy: (isBusy) => {
      const method = isBusy ? 'ref' : 'unref'
      child[method]()
      child.channel?.[method]()
    },
  }
}

/** A third of the share of the serving process, where processors are few. */
const LOWER = 5

const lowerPriority = ({ pid }: ChildProcess) => {
  try {
    if (pid) setPriority(pid, LOWER)
  } catch {
    // It has ended already, or the system does not allow it.
  }
}
