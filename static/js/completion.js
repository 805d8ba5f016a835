// Completion from the file's own format (its JSON Schema) and from the ids that the text defines.

import {ids, parsed, typing} from './outline.js'

const ITEM = '[]'

/**
 * Return a completion source; `schema` fetches the format when it is first needed.
 *
 * What finds nothing is an empty list and never null: CodeMirror forgets whoever asks while a null is on its way.
 */
export function completion(schema) {
  let format = null
  return async context => {
    format ??= schema().catch(() => { format = null; return {$defs: {}} })
    const root = await format
    const here = typing(context.state, context.pos)
    if (here.key !== null) await parsed(context.state, () => !context.aborted)  // a long text takes a while
    if (context.aborted) return {from: context.pos, options: []}
    const options = here.key === null ? keys(root, here) : values(root, here, context.state)
    const word = context.matchBefore(/[\p{L}\p{M}\p{N}_-]*$/u)
    const from = word ? word.from : context.pos
    const isAsked = context.explicit || (word && word.to > word.from) || (here.key !== null && /: $|[[,] ?$/.test(context.state.sliceDoc(Math.max(0, context.pos - 2), context.pos)))
    if (!options.length || !isAsked || /\s\S/.test(here.word)) return {from, options: []}
    return {from, options, validFor: /^[\p{L}\p{M}\p{N}_-]*$/u}
  }
}

// The schemas that may stand for one: references followed, alternatives apart, `null` left out.
function meant(root, one) {
  if (!one) return []
  const others = [...(one.anyOf ?? []), ...(one.oneOf ?? [])].flatMap(each => each.required ? [] : meant(root, each))
  if (one.$ref) return [...meant(root, root.$defs[one.$ref.split('/').at(-1)]), ...others]
  return others.length ? others : one.type === 'null' ? [] : [one]
}

// The kinds of a list's items, told apart by a word such as `change: move`.
function kinds(root, one, said) {
  if (!one.allOf) return [one]
  const told = Object.keys(one.properties ?? {})[0]
  const fitting = one.allOf.filter(each => each.if?.properties[told]?.const === said?.get(told))
  return [one, ...(fitting.length ? fitting : said ? [] : one.allOf).flatMap(each => meant(root, each.then))]
}

function step(root, found, key, said) {
  return found.flatMap(one => {
    if (key === ITEM) return meant(root, one.items)
    return kinds(root, one, said).flatMap(each =>
      meant(root, each.properties?.[key] ?? (each.additionalProperties || undefined)))
  })
}

const at = (root, path) => path.reduce((found, key) => step(root, found, key), meant(root, root))

function keys(root, {path, said, column, isFlow}) {
  const found = at(root, path).flatMap(one => kinds(root, one, said))
  const required = new Set(found.flatMap(one => one.required ?? []))
  const properties = new Map(found.flatMap(one => Object.entries(one.properties ?? {})))
  return [...properties].filter(([key]) => !said.has(key)).map(([key, one], order) => ({
    label: key,
    type: 'property',
    detail: required.has(key) ? 'required' : undefined,
    info: one.description,
    boost: required.has(key) ? 50 : -order / 10,
    apply: key + after(meant(root, one)[0], column, isFlow),
  }))
}

function after(one, column, isFlow) {
  const kinds = [one?.type].flat()
  if (isFlow) return ': '
  if (kinds.includes('object')) return `:\n${' '.repeat(column + 2)}`
  return kinds.includes('array') && !one.items?.properties ? ': [' : ': '
}

const WORDS = word => typeof word === 'string' && word === word.toLowerCase()

function values(root, {path, key, said}, state) {
  const holders = at(root, path)
  const found = step(root, holders, key, said)
  const words = new Set(found.flatMap(one => (one.enum ?? []).filter(WORDS)))
  const kinds = new Set(found.map(one => one['x-refers-to']).filter(Boolean))
  return [
    ...[...words].map(word => ({label: word, type: 'enum'})),
    ...[...kinds].flatMap(kind => ids(state, kind).map(([id, name]) => ({label: id, type: 'constant', detail: name || kind}))),
  ]
}
