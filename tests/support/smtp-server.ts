import { createServer, type Server, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** A mail server of a test: keeps what it is given, and can be told to refuse. */
export interface SmtpServer {
  url: string
  received: { to: string[]; data: string }[]
  /** What is answered to a receiver; 250 takes it. */
  answer: string
  close(): Promise<void>
}

/** Listens on a free port of this computer and speaks as much SMTP (RFC 5321) as one message needs; ends after the test file. */
export async function openSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    converse(socket, state)
  })
  const state: SmtpServer = {
    url: '',
    received: [],
    answer: '250 taken',
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  state.url = `smtp://127.0.0.1:${address.port}?ignoreTLS=true`
  afterAll(() => state.close())
  return state
}

function converse(socket: Socket, state: SmtpServer): void {
  let to: string[] = []
  let data: string | undefined
  let rest = ''
  const say = (line: string) => {
    socket.write(`${line}\r\n`)
  }
  const takeReceiver = (line: string) => {
    if (state.answer.startsWith('250')) to.push(line.slice(8))
    say(state.answer)
  }
  const beginData = () => {
    data = ''
    say('354 go on')
  }
  const leave = () => {
    say('221 bye')
    socket.end()
  }
  const answerTo: [RegExp, (line: string) => void][] = [
    [/^(EHLO|HELO)/i, () => say('250 test')],
    [/^RCPT TO:/i, takeReceiver],
    [/^DATA/i, beginData],
    [/^QUIT/i, leave],
    [/./, () => say('250 fine')],
  ]
  const hear = (line: string) => {
    if (data === undefined) answerTo.find(([pattern]) => pattern.test(line))?.[1](line)
    else if (line !== '.') data += `${line}\n`
    else {
      state.received.push({ to, data })
      to = []
      data = undefined
      say('250 kept')
    }
  }
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  say('220 test')
}
