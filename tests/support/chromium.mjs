import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium']

const needed = `The browser tests need Chromium, and none was found. Do one of these, then run the tests again:
  Debian, Ubuntu:  apt-get update && apt-get install -y --no-install-recommends chromium   (as root)
  elsewhere:       install Chromium or Chrome, so that "chromium" or "google-chrome" is on the PATH
  any other place: set CHROMIUM_PATH to the program`

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser for the tests: CHROMIUM_PATH, else what the system has. Throws in words when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (runs(named)) return named
    throw new Error(`CHROMIUM_PATH names no program: ${named}`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(runs)
  if (!found) throw new Error(needed)
  return found
}

/** Installs Debian's Chromium where there is no browser and this user may install one; else leaves all as it is. */
export function installChromium() {
  if (process.env.CHROMIUM_PATH || !existsSync('/usr/bin/apt-get')) return
  try {
    findChromium()
  } catch {
    const admin = asAdministrator()
    if (!admin) return
    console.log('Installing Chromium from the system’s packages (once) …')
    const apt = (...args) => spawnSync(admin[0], [...admin.slice(1), ...args], { stdio: 'inherit', env: quietly })
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
  }
}

const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/** How this user runs apt-get: as root, by a sudo that asks for no password, or not at all. */
function asAdministrator() {
  if (process.getuid?.() === 0) return ['apt-get']
  const asked = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return asked.status === 0 ? ['sudo', '-n', 'apt-get'] : undefined
}
