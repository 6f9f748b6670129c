const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser calls itself, short enough to be recognised by its owner; undefined where it says nothing known. */
export function browserName(agent: string | null): string | undefined {
  const names = [browsers, systems].map((known) => known.find(([pattern]) => pattern.test(agent ?? ''))?.[1])
  return names.filter(Boolean).join(', ') || undefined
}
