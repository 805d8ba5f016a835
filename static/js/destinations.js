// Where a function can be moved to: the form that says it, shown as a list, and the sending of it.

import {pan, reveal} from './chart.js'
import {hrefOf, id} from './dom.js'
import {saved} from './forms.js'

const movedBy = form => `${form.dataset.view}-${form.dataset.box}`
export const viewOf = element => element.closest('.figure')?.dataset.view

const dialog = Object.assign(document.createElement('dialog'), {className: 'move-dialog'})
dialog.setAttribute('aria-labelledby', 'move-heading')
const words = Object.assign(document.createElement('p'), {className: 'move-said'})
words.setAttribute('role', 'status')
id('main').append(words)
document.body.append(dialog)

/** Say a sentence to the person who moves something; an empty one takes it away. */
export const say = sentence => { words.textContent = sentence }

export const isChoosing = () => dialog.open

/** The address of the form for the function of a box. */
export function addressOf(node) {
  const box = new URLSearchParams(hrefOf(node.querySelector('a')).split('#')[0].split('?')[1]).get('box')
  const here = new URL(id('place').querySelector('a').getAttribute('href'), location.href)
  here.pathname += '/move'
  here.searchParams.set('box', box)
  here.searchParams.set('chart', viewOf(node))
  return here
}

let latest = null

/** Get the form, once what is typed in the panel is saved; why not is an error for people.
 * Where another was asked for meanwhile, this one is not wanted any more. */
export async function formAt(address) {
  latest = address
  if (!await saved()) throw new Error('What is typed in the panel has to be mended first.')
  const answer = await fetch(address, {headers: {'HX-Request': 'true'}}).catch(() => null)
  if (!answer) throw new Error('orgdesign has stopped, so nothing can be moved.')
  if (!answer.ok) throw new Error('This function cannot be moved: load the page again, and look for it.')
  const text = await answer.text()
  if (latest !== address) throw new Error('')
  dialog.innerHTML = text
  window.htmx.process(dialog)
  return dialog.querySelector('form')
}

/** The choice that each box of the chart stands for. */
export function optionsOf(form) {
  const options = new Map()
  for (const option of form.querySelectorAll('option'))
    for (const box of option.dataset.boxes.split(' ')) options.set(box, option)
  return options
}

// A box that is to stay where it is in its stage, and the box to go on from.
let landing = null

/** Make the move; the box `still` is to stay where it is while the chart changes. */
export function send(form, option, still) {
  option.selected = true
  landing = {form, still, moved: movedBy(form)}
  form.requestSubmit()
}

function remember(event) {
  if (!landing || event.detail.ctx?.sourceElement !== landing.form) return
  const still = id(landing.still ?? landing.moved), at = still?.getBoundingClientRect()
  if (at) Object.assign(landing, {name: still.id, at: [at.left, at.top]})
  if (dialog.open) dialog.close()
}

function land(event) {
  if (!landing || event.detail.ctx?.sourceElement !== landing.form) return
  const {name, at, moved} = landing
  landing = null
  document.dispatchEvent(new Event('moved'))
  const still = id(name), stage = still?.closest('.stage'), now = still?.getBoundingClientRect()
  if (stage && at) pan(stage, at[0] - now.left, at[1] - now.top)
  if (event.detail.ctx.response.status >= 400) {
    const panel = id('panel')
    return (panel.querySelector('[aria-invalid], .field-clash button') ?? id('panel-heading'))?.focus()
  }
  const box = id(moved)
  box?.querySelector('a')?.focus({preventScroll: true})
  if (box) reveal(box.closest('.stage'), box)
}

/* The list. */

/** Show the list of where a function can be moved to. */
export async function choose(address) {
  say('')
  try {
    const form = await formAt(address)
    if (!dialog.open) dialog.showModal()
    const list = form.querySelector('select')
    list.focus()
    list.selectedOptions[0]?.scrollIntoView?.({block: 'nearest'})
  } catch (failure) { say(failure.message) }
}

dialog.addEventListener('keydown', event => {
  event.stopPropagation()  // Escape closes the list, and not the panel behind it
  if (event.key !== 'Enter' || event.target.tagName !== 'SELECT') return
  event.preventDefault()
  event.target.form.requestSubmit()
})
dialog.addEventListener('submit', event => {
  const form = event.target
  if (landing?.form !== form) landing = {form, still: null, moved: movedBy(form)}
})
dialog.addEventListener('click', event => {
  if (!event.target.closest('[data-cancel]') && event.target !== dialog) return
  event.preventDefault()
  dialog.close()
})

function follow(event) {
  const link = event.target.closest?.('a[data-move]')
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return
  event.preventDefault()
  event.stopPropagation()
  choose(link.href)
}

addEventListener('click', follow, true)
document.addEventListener('htmx:before:swap', remember, true)
addEventListener('htmx:after:swap', land)
document.addEventListener('htmx:error', () => {
  landing = null
  document.dispatchEvent(new Event('moved'))
})
