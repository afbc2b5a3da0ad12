import { Fragment } from 'react'

type Choice = { value: string; label: string; about?: string }
type Props = { name: string; legend: string; choices: readonly Choice[]; chosen: string }

/** Radio group whose options have descriptions. */
export const Choices = ({ name, legend, choices, chosen }: Props) => (
  <fieldset className="field choices">
    <legend>{legend}</legend>
    {choices.map(({ value, label, about }) => (
      <Fragment key={value}>
        <input
          type="radio"
          id={`${name}-${value}`}
          name={name}
          value={value}
          defaultChecked={value === chosen}
          aria-describedby={about && `${name}-${value}-about`}
        />
        <div>
          <label htmlFor={`${name}-${value}`}>{label}</label>
          {about && (
            <p id={`${name}-${value}-about`} className="quiet">
              {about}
            </p>
          )}
        </div>
      </Fragment>
    ))}
  </fieldset>
)
