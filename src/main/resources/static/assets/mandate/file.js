// Asks whether a file is ready, until it is. Without this script the page has a link for that.
const part = document.querySelector('[data-file]')
const ask = async () => {
	try {
		const response = await fetch(window.location.href, { cache: 'no-store', redirect: 'error' })
		if (response.ok) {
			const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-file]')
			if (fresh && fresh.textContent !== part.textContent) part.replaceChildren(...fresh.childNodes)
			if (fresh?.dataset.fileEnded) return
		}
	} catch {
		// The next time tells.
	}
	setTimeout(ask, 1000)
}
if (part && !part.dataset.fileEnded) setTimeout(ask, 1000)
