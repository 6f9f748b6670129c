import { createHmac, timingSafeEqual } from 'node:crypto'
import { sessionLimits } from '../domain/sign-in/session-limits.ts'
import { challengeSeconds, cookiePrefix, type SignInSettings } from './sign-in.ts'

/** A signed cookie, in the form in which the sign-in library writes and reads it. */
export interface SignedCookie {
  /** The value in a request's cookies; undefined when there is none, or when its signature is not ours. */
  read(cookies: string | null): string | undefined
  /** The value of the `Set-Cookie` header that gives it to a browser. */
  write(value: string): string
  /** The one that takes it away. */
  clear(): string
}

/** The cookie that carries a session's token. */
export type SessionCookie = SignedCookie

export const sessionCookie = (settings: SignInSettings): SessionCookie =>
  signedCookie(settings, 'session_token', sessionLimits.absoluteMs / 1000)

/** The cookie by which whoever gave the right password is known again when they give a code. */
export const challengeCookie = (settings: SignInSettings): SignedCookie =>
  signedCookie(settings, 'two_factor', challengeSeconds)

function signedCookie({ publicUrl, secret }: SignInSettings, ownName: string, maxAge: number): SignedCookie {
  const isSecure = publicUrl.startsWith('https:')
  const name = `${cookiePrefix(publicUrl)}.${ownName}`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest('base64')
  return {
    read(cookies) {
      const value = cookieValue(cookies, name)
      const dot = value?.lastIndexOf('.') ?? -1
      if (value === undefined || dot < 1) return undefined
      const token = value.slice(0, dot)
      return isSame(value.slice(dot + 1), sign(token)) ? token : undefined
    },
    write: (token) => `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}; Max-Age=${maxAge}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function cookieValue(cookies: string | null, name: string): string | undefined {
  const pair = (cookies ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  // A value that no program of ours wrote may not even be decodable.
  try {
    return pair && decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return undefined
  }
}
