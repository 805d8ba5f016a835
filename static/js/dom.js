// What scripts ask of the page again and again.

export const id = name => document.getElementById(name)

/** Where a link leads, one of a drawing too. */
export const hrefOf = link => link.getAttribute('href') ?? link.getAttribute('xlink:href')

/** Whether an event of htmx is about what is followed on its own. */
export const isLive = event => event.detail.ctx?.sourceElement?.id === 'live'
