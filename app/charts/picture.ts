/** Twice the drawing's own size, so that it is sharp in print. */
const scale = 2

/**
 * Makes a PNG of an SVG file of the site and gives it to the reader as a download. Loaded when somebody asks for it.
 *
 * @throws where the drawing cannot be had or the browser makes no picture of it.
 */
export async function savePicture(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.scale(scale, scale)
  context.drawImage(image, 0, 0)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('no picture')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  const { pathname, searchParams } = new URL(address, location.href)
  const parts = ['daylight', pathname.split('/').at(-2), searchParams.get('chart') ?? searchParams.get('indicator')]
  link.download = `${parts.filter(Boolean).join('-')}.png`
  link.click()
  URL.revokeObjectURL(link.href)
}
