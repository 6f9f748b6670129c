import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Input.css'
import './charts/charts.css'
import './styles/palette.css'
import './styles/base.css'
import './styles/print.css'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, redirect, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DocumentTitle } from './components/document-title.tsx'
import { ErrorPage } from './components/error-page.tsx'
import { Shell } from './components/shell.tsx'
import icon from './icon.svg?no-inline'
import { personOf } from './person.ts'
import { chosenIn } from './preferences.ts'
import { schemeFrom, theme } from './theme.ts'
import { useVisit } from './visit.tsx'

export const links: LinksFunction = () => [{ rel: 'icon', href: icon, type: 'image/svg+xml' }]

/** Who is signed in, for the frame. Keeps a preference that the URL chooses, and shows the same page without it in the URL. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const chosen = chosenIn(new URL(request.url))
  if (!chosen) return { person: personOf(context.visitor) }
  const headers = new Headers()
  for (const cookie of chosen.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(chosen.location, { headers })
}

/** Sets the library's scheme before the first paint where the computer decides between light and dark. */
const followComputer = `{const r=document.documentElement;r.dataset.mantineColorScheme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'}`

/** The document around every page, and around every fault. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, direction, theme: chosen, density, nonce, reference } = useVisit()
  return (
    <html
      lang={language}
      dir={direction}
      data-theme={chosen}
      data-density={density}
      data-reference={reference}
      data-mantine-color-scheme={chosen === 'auto' ? 'light' : chosen}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={chosen === 'auto' ? 'light dark' : chosen} />
        {chosen === 'auto' && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text of ours, let in by the nonce
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: followComputer }} />
        )}
        <DocumentTitle />
        <Meta />
        <Links />
      </head>
      <body>
        <DirectionProvider initialDirection={direction} detectDirection={false}>
          <MantineProvider
            theme={theme}
            defaultColorScheme={chosen}
            colorSchemeManager={schemeFrom(chosen)}
            getStyleNonce={() => nonce}
            withGlobalClasses={false}
          >
            <Shell>{children}</Shell>
          </MantineProvider>
        </DirectionProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
