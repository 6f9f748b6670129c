import { relative, sep } from 'node:path'
import { build, type Plugin } from 'vite'

const folder = 'build/server'

/**
 * The part of the build that puts the web server's own modules into one file. Packages stay where they are.
 * Read from its sources through a loader, the server needs several seconds of processor time before its first answer.
 */
export function bundleServer(): Plugin {
  let isServerBuild = false
  return {
    name: 'bundle-server',
    apply: 'build',
    configResolved(config) {
      isServerBuild = Boolean(config.build.ssr)
    },
    async closeBundle() {
      if (isServerBuild) await bundle()
    },
  }
}

async function bundle() {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [keepPlaces()],
    build: {
      ssr: 'server/main.ts',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'main-[hash].js' } },
    },
  })
}

/** Files that a module finds beside itself (migrations, worker threads) are still found beside its source. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    resolveImportMeta(property, { moduleId }) {
      if (property !== 'url') return null
      const source = relative(folder, relative(process.cwd(), moduleId)).replaceAll(sep, '/')
      return `new URL(${JSON.stringify(source)}, import.meta.url).href`
    },
  }
}
