import { FormattedMessage } from 'react-intl'
import { useFormat } from '../format.ts'
import style from './head-facts.module.css'

/** What a facility is, in the register of that month. */
export interface FacilityFacts {
  key: string
  regionName: string | null
  operator: string | null
  securityLevel: string | null
  regime: string | null
  holdsSex: string | null
  timezone: string
  isOpen: boolean
  validFrom: string
  validTo: string | null
}

export interface Certificate {
  certifiedPlaces: number
  issuedBy: string
  validFrom: string
  validTo: string | null
  evidenceRef: string
}

/** The head facts of a facility, and the certificates of its capacity with what each rests on. */
export function HeadFacts({ facts, certificates }: { facts: FacilityFacts; certificates: readonly Certificate[] }) {
  const codes = [
    ['operator', facts.operator],
    ['security_level', facts.securityLevel],
    ['regime', facts.regime],
    ['holds_sex', facts.holdsSex],
  ] as const
  return (
    <dl className={style.facts}>
      <Fact name="facility.key">{facts.key}</Fact>
      {facts.regionName && <Fact name="region.label">{facts.regionName}</Fact>}
      {codes.map(
        ([list, code]) =>
          code && (
            <Fact key={list} name={`code.${list}`}>
              <FormattedMessage id={`code.${list}.${code}` as 'code.regime.open'} />
            </Fact>
          ),
      )}
      {certificates.map((certificate) => (
        <Fact key={certificate.validFrom} name="facility.certificate">
          <CertificateWords certificate={certificate} />
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ name, children }: { name: Parameters<typeof FormattedMessage>[0]['id']; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function CertificateWords({ certificate }: { certificate: Certificate }) {
  const format = useFormat()
  const values = {
    places: certificate.certifiedPlaces,
    from: format.day(certificate.validFrom),
    by: certificate.issuedBy,
    evidence: certificate.evidenceRef,
  }
  return <FormattedMessage id="facility.certificate.words" values={values} />
}
