import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { chartScalesApart } from './app/charts/build.ts'
import { messageCatalogues, withoutMessageParser } from './app/messages/build.ts'
import { bundleServer } from './server/web/bundle-server.ts'
import { compressAssets } from './server/web/compress-assets.ts'

/** The one build file: a Vite configuration that holds the Remix options. */
export default defineConfig({
  // How large the files are compressed is measured by the benchmark.
  build: { target: 'es2022', reportCompressedSize: false },
  // The server's own copy holds the few components that are used: reading the whole library takes a second and more.
  ssr: { noExternal: [/^@mantine\//] },
  // Found at the start, not one by one while the first page loads: a second copy of React would come of that.
  optimizeDeps: {
    include: ['react', 'react/jsx-dev-runtime', 'react-dom/client', '@remix-run/react', '@mantine/core', 'react-intl'],
  },
  plugins: [
    messageCatalogues(),
    withoutMessageParser(),
    chartScalesApart(),
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    compressAssets(),
    bundleServer(),
  ],
})
