/** The modules that the build makes of the catalogues (build.ts). */
declare module 'virtual:messages/*' {
  const catalogue: import('./compile.ts').Catalogue
  export default catalogue
}
