import { connect } from 'node:net'

/** Sends bytes as they are written here to a server of this computer, and gives all that it answers until it closes the connection. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((done, fail) => {
    let answer = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text))
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      answer += piece
    })
    socket.on('close', () => done(answer))
    socket.on('error', fail)
  })
}

/** The statuses of all answers in what came back. */
export const statusesIn = (answer: string) =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
