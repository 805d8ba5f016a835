// Charts are laid out for the window: it says how large it is, to twenty pixels, and nothing else.
document.cookie = `window=${[innerWidth, innerHeight].map(long => Math.floor(long / 20) * 20).join('x')}; path=/; SameSite=Strict`
