import type { ReactNode } from 'react'

/** A control with its name before it: a press on the name goes to the control. */
export function Labelled({
  label,
  className,
  children,
}: {
  label: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label className={className}>
      <span>{label}</span>
      {children}
    </label>
  )
}
