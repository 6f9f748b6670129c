/** Says at each tenth how far the demonstration is loaded. */
export function sayProgress() {
  let said = -1
  return (share: number) => {
    const tenths = Math.floor(share * 10)
    if (said < 0) console.log('Loading the demonstration, once:')
    if (tenths > said) console.log(`  ${tenths * 10} %`)
    said = Math.max(said, tenths)
  }
}

/** Says once why the start takes longer, and at each tenth how far it is. */
export function sayRecompute() {
  let said = -1
  return (done: number, of: number) => {
    const tenths = Math.floor((done / of) * 10)
    if (said < 0) console.log('Making all figures anew (another version, or a stop in the middle of an import):')
    if (tenths > said) console.log(`  ${tenths * 10} %`)
    said = Math.max(said, tenths)
  }
}
