import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'

/** Where the files of one chart are: `to('svg')` is an address, `name` what the picture is called. */
export interface ChartFilesAt {
  /** The address without its format: "/indicators/occupancy-rate/chart". */
  path: string
  query: string
}

/** The files of a chart: a drawing, a picture that the browser makes of it, and the figures. */
export function ChartFiles({ files, title }: { files: ChartFilesAt; title: string }) {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const at = (format: 'svg' | 'csv') => `${files.path}.${format}?${files.query}`
  const about = <span className="chart-unseen">: {title}</span>
  return (
    <p className="chart-files" data-print="no">
      <FormattedMessage id="chart.files" />{' '}
      <a href={at('svg')} download>
        SVG{about}
      </a>
      {isAwake && <PictureButton drawing={at('svg')} about={about} />}
      <a href={at('csv')} download>
        CSV{about}
      </a>
    </p>
  )
}

/** Makes a picture of the drawing. Without scripts there is no button, and the drawing serves. */
function PictureButton({ drawing, about }: { drawing: string; about: React.ReactNode }) {
  const [state, setState] = useState<'rest' | 'failed'>('rest')
  const make = async () => {
    const { savePicture } = await import('./picture.ts')
    await savePicture(drawing).then(
      () => setState('rest'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <button type="button" onClick={make}>
        PNG{about}
      </button>
      <span role="status">{state === 'failed' && <FormattedMessage id="chart.files.failed" />}</span>
    </>
  )
}
