import { FormattedMessage } from 'react-intl'
import { type SourceId, sourceConfidence, sourceKind } from '../../server/domain/sources/index.ts'
import style from './source-tag.module.css'

export interface SourceTagProps {
  source: SourceId
  /** The name of the source in the reader's language; rules are named without it. */
  name?: string
  /** The rule asks for all, and this cut is a local tolerance. */
  localTolerance?: boolean
}

/** Whose threshold it is: its kind, its name, and a mark where the source was not checked. */
export function SourceTag({ source, name, localTolerance }: SourceTagProps) {
  const kind = sourceKind(source)
  const confidence = sourceConfidence(source)
  return (
    <span className={style.tag}>
      <span className={style.kind} data-kind={kind}>
        <FormattedMessage id={`source.${kind}`} />
      </span>
      <span>
        <SourceName source={source} name={name} />
        {localTolerance && (
          <>
            {', '}
            <FormattedMessage id="source.local-tolerance" />
          </>
        )}
      </span>
      {confidence !== 'checked' && (
        <span className={style.mark}>
          <FormattedMessage id={confidence === 'unverified' ? 'source.unverified' : 'source.checked-in-part'} />
        </span>
      )}
    </span>
  )
}

/** The name of a source: a rule is named by its family and number; anything else by the words of its catalogue. */
export function SourceName({ source, name }: { source: SourceId; name?: string }) {
  const rule = ruleParts(source)
  if (rule) return <FormattedMessage id={`rule.${rule.family}`} values={{ number: rule.number }} />
  return <>{name}</>
}

/** The texts that a citation can name by number; 'kyoto-para' is one paragraph of the Kyoto text. */
type RuleFamilyName = 'nmr' | 'br' | 'kyoto' | 'kyoto-principle' | 'kyoto-para'

const rulePattern = /^(nmr|br|kyoto-principle|kyoto-para|kyoto)-(\d.*)$/

/** The family and the number that a citation names: 'nmr-45.2' is rule 45.2 of the family nmr. */
export function ruleParts(citation: string): { family: RuleFamilyName; number: string } | undefined {
  const parts = rulePattern.exec(citation)
  if (!parts?.[1] || !parts[2]) return undefined
  return { family: parts[1] as RuleFamilyName, number: parts[2] }
}
