// Forms that say something that is not in the file yet: nobody leaves them without saying so.

export const FORM = 'form[data-form]'
export const forms = () => [...document.forms].filter(form => form.matches(FORM))
let isMeant = false  // the page is left by what saves a form, or lets it go

const lines = values => values.flatMap(value => value.split('\n'))
const tidy = values => lines(values).map(line => line.trim().replace(/\s+/g, ' ')).filter(Boolean).join('\n')

// A reward is a measure and its weight: two fields that are one value.
function typed(data, name) {
  const weights = data.getAll(`${name}.weight`)
  if (!weights.length) return [...data.getAll(name), ...data.getAll(`${name}.more`)]
  return data.getAll(`${name}.measure`).map((measure, at) => `${measure} ${weights[at]}`)
}

/** Whether a form says something else than the file did when it was drawn. */
export function isDirty(form) {
  const data = new FormData(form)
  return [...new Set(data.keys())].filter(name => name.startsWith('was.')).some(was => {
    const before = data.getAll(was), now = typed(data, was.slice(4))
    const isSet = form.elements[was.slice(4)]?.[0]?.type === 'checkbox'  // in any order
    return isSet ? tidy(before.sort()) !== tidy(now.sort()) : tidy(before) !== tidy(now)
  })
}

document.addEventListener('submit', event => {
  if (event.target.matches(FORM)) isMeant = !event.defaultPrevented
})
document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.target.closest?.('[data-lets-go]')) isMeant = true
})
addEventListener('pageshow', () => { isMeant = false })
addEventListener('beforeunload', event => { if (!isMeant && forms().some(isDirty)) event.preventDefault() })
