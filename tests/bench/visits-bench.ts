import { readFileSync } from 'node:fs'
import type { Role } from '../../server/domain/access.ts'
import { answered } from '../support/pages.ts'
import type { CountryFiles } from './country.ts'
import { spreadOf } from './measure.ts'
import { kilobytes, limited, type Result, time } from './result.ts'

/** What every page may cost: a third of a second of the server, and a megabyte of text before it is packed. */
const goals = { ms: 300, bytes: 1_000_000 }

/** Every page as each of some roles sees it: how long it takes alone, the server's own processor time of that, and how long its text is. */
export async function visitResults(
  server: { url: string; child: { pid?: number | undefined } },
  cookies: readonly (readonly [role: Role, cookie: string])[],
  { keys }: CountryFiles,
  times = 3,
): Promise<Result[]> {
  const paths = answered.map((path) => path.replace('kel-01', keys[7]!))
  const results: Result[] = []
  for (const [role, cookie] of cookies) {
    for (const path of paths) {
      const visits: { ms: number; cpu: number; bytes: number }[] = []
      await visit(`${server.url}${path}`, cookie)
      for (let at = 0; at < times; at++) {
        const [began, cpu] = [performance.now(), cpuOf(server.child.pid)]
        const bytes = await visit(`${server.url}${path}`, cookie)
        visits.push({ ms: performance.now() - began, cpu: cpuOf(server.child.pid) - cpu, bytes })
      }
      const [ms, cpu, bytes] = (['ms', 'cpu', 'bytes'] as const).map(
        (of) => spreadOf(visits.map((one) => one[of])).p50,
      ) as [number, number, number]
      results.push({
        ...limited(`visit of ${path} as ${role}`, ms, () => `${time(ms)}, server ${time(cpu)}, ${kilobytes(bytes)}`),
        goal: `≤ ${goals.ms} ms, ≤ ${kilobytes(goals.bytes)}`,
        isMet: ms <= goals.ms && bytes <= goals.bytes,
      })
    }
  }
  return results
}

/** Bytes of the text of a page. @throws Error when it is not answered with 200 (or 404, where a role may not see it). */
async function visit(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (answer.status !== 200 && answer.status !== 404) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

/** Milliseconds of processor time of a process until now, in hundredths of a second, where the system tells it. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
