import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Database, Tx } from '../../db/client.ts'
import { account, passkey, session, twoFactor, user, verification } from '../../db/schema/sign-in.ts'

const tables = { user, session, account, verification, twoFactor, passkey }

type MakeAdapter = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<MakeAdapter>

const over = (tx: Tx): MakeAdapter => drizzleAdapter(tx, { provider: 'pg', schema: tables, transaction: false })

/**
 * The sign-in library's way into the database: each of its questions is one transaction in the role `daylight_sign_in`,
 * so that it reaches its own tables and no others.
 */
export function signInAdapter(database: Database): MakeAdapter {
  return (options) =>
    // The library asks each adapter for its methods by name; all of them but `transaction` are one question.
    new Proxy(over(undefined as unknown as Tx)(options), {
      get(shape, name, self) {
        const found: unknown = Reflect.get(shape, name)
        if (name === 'transaction') return (work: (adapter: Adapter) => unknown) => work(self as Adapter)
        if (typeof found !== 'function') return found
        return (...given: unknown[]) =>
          database.asSignIn((tx) => {
            const adapter = over(tx)(options) as unknown as Record<
              PropertyKey,
              (...given: unknown[]) => Promise<unknown>
            >
            return adapter[name]!(...given)
          })
      },
    })
}
