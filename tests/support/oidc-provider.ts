import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll } from 'vitest'

/** A provider of accounts (OpenID Connect) of a test: says that whoever comes is `claims`. */
export interface OidcProvider {
  issuer: string
  claims: { sub: string; email: string; email_verified: boolean } & Partial<IdentityClaims>
  /** Forges the signature of the next answers. */
  isForging: boolean
  /** Says that the next answers need no signature. */
  isUnsigned: boolean
  /** Gives no answer to the server any more, while browsers still reach it. */
  isDown: boolean
}

/** What a provider says of its answer itself; a test may have it lie. */
interface IdentityClaims {
  iss: string
  aud: string
  exp: number
  nonce: string
}

/** Listens on a free port of this computer; ends after the test file. */
export async function openOidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const forged = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const provider: OidcProvider = {
    issuer: '',
    claims: { sub: 'u-1', email: 'nobody@example.org', email_verified: true },
    isForging: false,
    isUnsigned: false,
    isDown: false,
  }
  const nonces = new Map<string, string>()
  const idToken = (code: string) => {
    const now = Math.floor(Date.now() / 1000)
    const standing = { iss: provider.issuer, aud: 'daylight', iat: now, exp: now + 300, nonce: nonces.get(code) }
    const parts = [
      { alg: provider.isUnsigned ? 'none' : 'RS256', kid: 'k', typ: 'JWT' },
      { ...standing, ...provider.claims },
    ]
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    if (provider.isUnsigned) return `${signed}.`
    const key = provider.isForging ? forged : privateKey
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
  }
  const answers: Record<string, (url: URL, body: URLSearchParams) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }),
    '/token': (_url, body) => ({
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: idToken(body.get('code') ?? ''),
    }),
  }
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    let text = ''
    for await (const piece of request) text += piece
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      nonces.set(code, url.searchParams.get('nonce') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString()
      response.writeHead(302, { Location: back.href }).end()
      return
    }
    if (provider.isDown) return void request.socket.destroy()
    const answer = answers[url.pathname]
    if (!answer) return void response.writeHead(404).end()
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(answer(url, new URLSearchParams(text))))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  provider.issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  afterAll(() => new Promise((done) => server.close(done)))
  return provider
}
