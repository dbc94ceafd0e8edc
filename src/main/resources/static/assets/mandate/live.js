// Keeps the figures of an open ballot fresh. Nothing is replaced or announced unless a figure changed, and nothing is asked while the tab is hidden.
for (const part of document.querySelectorAll('[data-live]')) {
	const every = 15000
	const figures = part.querySelector('[data-live-figures]')
	const state = part.querySelector('[data-live-state]')
	const said = part.querySelector('[data-live-said]')
	const words = (element) => element.textContent.replace(/\s+/g, ' ').trim()
	const inside = () => [...figures.querySelectorAll('a[href], button, summary')]
	let tag = null
	let timer = null
	let ended = false

	const show = (fresh) => {
		const focused = inside().indexOf(document.activeElement)
		const open = [...figures.querySelectorAll('details')].map((details) => details.open)
		const { scrollX, scrollY } = window
		figures.replaceChildren(...fresh.childNodes)
		figures.querySelectorAll('details').forEach((details, at) => { details.open = open[at] ?? false })
		if (focused >= 0) inside()[focused]?.focus({ preventScroll: true })
		window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
	}

	const ask = async () => {
		const response = await fetch(part.dataset.live, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store', redirect: 'error' })
		if (response.status === 304) return
		if (!response.ok) throw new Error(`status ${response.status}`)
		const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-live-at]')
		tag = response.headers.get('ETag')
		if (words(fresh) !== words(figures)) {
			const { liveAt, liveSaid, liveClosed } = fresh.dataset
			show(fresh)
			ended = liveClosed !== undefined
			said.textContent = ended ? `The ballot has closed. ${liveSaid}` : liveSaid
			state.textContent = ended ? `The ballot has closed. These are the figures of ${liveAt}.` : `The figures changed at ${liveAt}.`
		}
	}

	const next = () => {
		clearTimeout(timer)
		timer = null
		if (!ended && document.visibilityState === 'visible') timer = setTimeout(refresh, every)
	}

	const refresh = async () => {
		clearTimeout(timer)
		try {
			await ask()
			if (part.dataset.liveLost) {
				delete part.dataset.liveLost
				state.textContent = 'The figures as they are now.'
			}
		} catch {
			part.dataset.liveLost = 'lost'
			state.textContent = 'The figures could not be refreshed. It is tried again; if this stays, load the page again.'
		}
		next()
	}

	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible' && !ended) refresh()
		else next()
	})
	state.textContent = 'The figures as they are now. They refresh by themselves.'
	next()
}
