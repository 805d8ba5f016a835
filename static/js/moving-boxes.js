// From one slide to the next: a box that is in both travels from its place before to its place
// after; what ends fades away, what is new appears, and connectors wait until all have landed.

const TIME = 900, FADE = 300, EASE = 'cubic-bezier(0.5, 0, 0.15, 1)'
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const ROOTS = ['organisation', 'desired']

/** Move from the slide that was on screen to the one that is; the last one standing is that. */
export function moving(was, now) {
  for (const old of now.parentNode.querySelectorAll('.slide')) if (old !== was && old !== now) old.remove()
  if (calm.matches || !now.animate) return was.remove()
  was.inert = true
  was.setAttribute('aria-hidden', 'true')
  const charts = [was, now].map(each => each.querySelector('svg.chart'))
  const all = charts.every(Boolean) ? travel(was, now, ...charts) : crossing(was, now)
  Promise.allSettled(all.map(each => each.finished)).then(() => was.remove())
}

const fading = (node, from, to, more) => node.animate([{opacity: from}, {opacity: to}], {duration: FADE, fill: 'both', easing: 'ease-out', ...more})

function crossing(was, now) {
  return [now.animate([{opacity: 0}, {opacity: 1}], {duration: FADE * 1.5, easing: 'ease-out'})]
}

function travel(was, now, from, to) {
  const starts = boxes(from, origins(was)), ends = boxes(to, origins(now))
  const places = new Map([...starts, ...ends].map(box => [box, box.node.getBoundingClientRect()]))
  const scale = to.getScreenCTM().a, before = from.getScreenCTM().a
  const all = [...heads(was, now), lines(from, 1, 0, {duration: FADE * 0.8}), lines(to, 0, 1, {delay: TIME * 0.8, duration: FADE * 1.2})]
  const left = new Set(starts)
  for (const box of ends) {
    const source = sourceOf(box, starts)
    if (!source) {
      all.push(fading(box.node, 0, 1, {delay: TIME * 0.6, duration: FADE * 1.4, fill: 'backwards'}))
      continue
    }
    const [start, end] = [places.get(source), places.get(box)]
    all.push(box.node.animate([{transform: transform(start, end, scale)}, {transform: 'none'}], {duration: TIME, easing: EASE, fill: 'backwards'}))
    if (left.delete(source) && !same(source.node, box.node)) {
      all.push(fading(box.node, 0, 1, {duration: TIME * 0.45, fill: 'backwards'}))
      all.push(going(source.node, start, end, before, TIME * 0.45))
    } else source.node.style.visibility = 'hidden'
  }
  for (const box of left) {
    const heir = ends.find(each => each.kin.some(one => box.kin.includes(one)))
    if (heir) all.push(going(box.node, places.get(box), places.get(heir), before, TIME))
    else all.push(fading(box.node, 1, 0, {duration: FADE * 1.2}))
  }
  return all
}

/** A box of the slide before travels too, and is gone once what it has become covers it. */
function going(node, start, end, scale, until) {
  const there = node.animate([{transform: 'none'}, {transform: transform(end, start, scale)}], {duration: TIME, easing: EASE, fill: 'both'})
  node.animate([{opacity: 1}, {opacity: 1, offset: 0.9}, {opacity: 0}], {duration: until, fill: 'both'})
  return there
}

const transform = (from, to, scale) => `translate(${(from.x - to.x) / scale}px, ${(from.y - to.y) / scale}px) scale(${from.width / to.width || 1}, ${from.height / to.height || 1})`

/** The lines of a chart fade by one stroke, that they all inherit. */
const lines = (chart, from, to, more) => chart.animate([{strokeOpacity: from}, {strokeOpacity: to}], {fill: to ? 'backwards' : 'both', easing: 'ease-out', ...more})

function heads(was, now) {
  const parts = slide => [...slide.querySelectorAll('.slide-head, .sentences')]
  return [...parts(was).map(each => fading(each, 1, 0, {duration: FADE * 0.5})), ...parts(now).map(each => fading(each, 0, 1, {delay: FADE * 0.4, fill: 'backwards'}))]
}

const origins = slide => JSON.parse(slide.dataset.origins)

/** The boxes of a chart, each with all that it is kin to: what it comes from, or itself. */
function boxes(chart, comes) {
  const prefix = chart.id.slice(0, -'chart'.length)
  return [...chart.querySelectorAll('.node')].map(node => {
    const id = node.id.slice(prefix.length), from = comes[id]
    return {id, node, kin: ROOTS.includes(id) ? ['root'] : from ? from.length ? from : [`new ${id}`] : [id]}
  })
}

function sourceOf(box, starts) {
  const kin = starts.filter(each => each.kin.some(one => box.kin.includes(one)))
  return kin.find(each => each.id === box.id) ?? kin[0]
}

const look = node => [...node.querySelectorAll('text')].map(each => each.textContent).join() + node.querySelector('path, polygon')?.getAttribute('fill')
const same = (one, other) => look(one) === look(other)
