import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|svg|json|txt)$/
/** Under this size a header costs more than the compression saves. */
const tooSmall = 512

/** The part of the build that writes each asset a second and third time, compressed, so that no request pays for it. */
export function compressAssets(): Plugin {
  let isBrowserBuild = false
  return {
    name: 'compress-assets',
    apply: 'build',
    configResolved(config) {
      isBrowserBuild = !config.build.ssr
    },
    writeBundle(options) {
      if (isBrowserBuild && options.dir) compressFolder(options.dir)
    },
  }
}

function compressFolder(folder: string) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!compressible.test(name)) continue
    const path = join(folder, name)
    const content = readFileSync(path)
    if (content.length < tooSmall) continue
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
}
