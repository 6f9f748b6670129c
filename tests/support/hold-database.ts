import { openDatabase } from '../../db/client.ts'
import { prepareInstallation } from '../../server/services/installation.ts'

/** A process to be killed: opens the data directory that it is given, confirms one write, and holds on. */
const [dataDir = ''] = process.argv.slice(2)
const db = await openDatabase({ dataDir })
const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
await prepareInstallation(db, real, true, new Date())
console.log('confirmed')
setInterval(() => {}, 1000)
