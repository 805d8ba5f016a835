// The findings: forms that open where a finding is told, and the reader's place when it is mended.

import {id, isLive} from './dom.js'
import './forms.js'

const findings = () => [...document.querySelectorAll('.finding')]
let before = null, saves = 0, asked = 0

function load(event) {
  const details = event.target, mend = details.querySelector?.('[data-mend]')
  const isReopened = event.newState && event.newState === event.oldState  // in one go, by a swap
  if (!mend || !details.open || isReopened || !window.htmx || mend.querySelector('[hx-morph-skip]')) return
  window.htmx.ajax('GET', mend.dataset.mend, {source: mend, target: mend, swap: 'innerHTML'})
}

const isTyped = (form, fragment) => form.hasAttribute('hx-morph-skip') &&
  !fragment.querySelector(`[id="${form.closest('.finding').id}"]`)

// The list stays as it is while another form says something that is not saved yet.
function hold(event) {
  const {tasks, ctx} = event.detail
  before = null
  const at = tasks.findIndex(({target, fragment}) =>
    [target, target?.id].some(name => /^#?findings$/.test(name)) || fragment?.querySelector('#findings'))
  if (at < 0) return
  if (!isLive(event)) saves++
  else if (asked !== saves) return event.preventDefault()  // it may be older than what was saved since
  const typed = [...document.querySelectorAll('.finding form')].filter(form => form !== ctx.sourceElement)
  if (typed.some(form => isTyped(form, tasks[at].fragment))) return void tasks.splice(at, 1)
  const active = document.activeElement, own = active?.closest('.finding') ?? ctx.sourceElement.closest('.finding')
  before = {
    opened: document.querySelector('.finding details[open]')?.closest('.finding').id,
    rules: [...document.querySelectorAll('.rule-setting[open]')].map(each => each.id),
    own: own?.id, at: findings().indexOf(own), focus: active?.id,
  }
}

// What was mended is gone: the reader goes on with the finding that took its place.
function settle() {
  if (!before) return
  const {opened, rules, own, at, focus} = before
  before = null
  for (const name of rules) id(name)?.setAttribute('open', '')
  if (opened && id(opened)) id(opened).querySelector('details').open = true
  if (document.activeElement !== document.body) return
  const again = focus && id(focus)
  if (again) return again.focus({preventScroll: true})
  if (own && id(own)) return id(own).querySelector('summary').focus()
  const next = findings()[Math.min(Math.max(at, 0), findings().length - 1)]
  ;(next?.querySelector('summary') ?? id('findings')).focus()
}

// A reward is a measure and its weight: it is sent when both were left, not one of them.
function wait(event) {
  const rewards = event.target.closest?.('.finding .rewards')
  if (rewards && (event.type === 'change' || rewards.contains(event.relatedTarget))) event.stopPropagation()
}

document.addEventListener('change', wait, true)
document.addEventListener('focusout', wait, true)
document.addEventListener('toggle', load, true)
document.addEventListener('htmx:config:request', event => { if (isLive(event)) asked = saves })
document.addEventListener('htmx:before:swap', hold)
document.addEventListener('htmx:after:swap', settle)
