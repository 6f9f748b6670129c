import type { HeldRole } from '../../server/domain/visitor.ts'
import { PlaceName, RoleName } from '../components/role-words.tsx'
import style from './choices.module.css'

/** The roles that a person holds, each a button; the one that they act in is marked. */
export function RoleChoice(props: { held: readonly HeldRole[]; acting?: string; next?: string }) {
  return (
    <ul className={style.choices}>
      {props.held.map((held) => (
        <li key={held.assignmentId}>
          <form method="post" action="/role">
            {props.next && <input type="hidden" name="next" value={props.next} />}
            <button
              type="submit"
              name="assignment"
              value={held.assignmentId}
              className={style.choice}
              aria-current={held.assignmentId === props.acting ? 'true' : undefined}
            >
              <strong>
                <RoleName role={held.role} />
              </strong>
              <span>
                <PlaceName held={held} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
