import fc from 'fast-check'

/**
 * Properties are tried with the same draws in every run, so that a run judges the change and not its luck.
 * `npm run test:all` draws anew each time and looks further; what it finds becomes an example beside its property.
 */
if (!process.env.DAYLIGHT_TEST_ALL) fc.configureGlobal({ seed: 20_260_301 })
