import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Another process of the product: what it said so far, and how it ended. */
export interface Process {
  child: ChildProcess
  /** Everything written so far, to standard output and standard error in the order of arrival. */
  said(): string
  /** Exit code, or the name of the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  /** Resolves with the match once `pattern` was said; rejects with all that was said when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
}

/** Settings of a process: these, what every program needs of the system, and nothing of the test runner. */
export type Settings = Record<string, string>

function environment(settings: Settings): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT', 'npm_execpath', 'NODE_EXTRA_CA_CERTS']
  const system = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { NODE_ENV: 'production', ...Object.fromEntries(system), ...settings }
}

/** Runs Node in the project's folder. */
export const runNode = (args: string[], settings?: Settings): Process => runProgram(process.execPath, args, settings)

/** Runs a program in the project's folder. */
export function runProgram(program: string, args: string[], settings: Settings = {}): Process {
  const child = spawn(program, args, {
    cwd: project,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pieces: string[] = []
  const note = (piece: Buffer) => {
    pieces.push(piece.toString())
    child.emit('said')
  }
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  const said = () => pieces.join('')
  return { child, said, ended, until: (pattern) => until(child, said, ended, pattern) }
}

async function until(child: ChildProcess, said: () => string, ended: Promise<unknown>, pattern: RegExp) {
  return new Promise<RegExpExecArray>((done, fail) => {
    const look = () => {
      const found = pattern.exec(said())
      if (found) done(found)
    }
    child.on('said', look)
    ended.then((how) => fail(new Error(`ended with ${how} before it said ${pattern}:\n${said()}`)))
    look()
  })
}

/** A web server of the product under test. */
export interface ServerProcess extends Process {
  url: string
  port: number
  /** Asks it to end as Ctrl-C does, and gives its exit code. */
  stop(): Promise<number | NodeJS.Signals>
}

/** Starts the built server on a port of its own and waits until it has printed its address. */
export async function startServer(settings: Settings, flags: string[] = []): Promise<ServerProcess> {
  const server = runServer(settings, flags)
  const [, url = '', port] = await server.until(/(http:\/\/localhost:(\d+))/)
  return {
    ...server,
    url,
    port: Number(port),
    stop: async () => {
      server.child.kill('SIGINT')
      return server.ended
    },
  }
}

/** The same without waiting: for starts that are to be refused. */
export function runServer(settings: Settings, flags: string[] = []): Process {
  return runNode(['build/server/main.js', ...flags], { PORT: '0', ...settings })
}
