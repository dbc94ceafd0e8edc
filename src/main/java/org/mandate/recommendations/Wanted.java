package org.mandate.recommendations;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A page that shows a recommendation and that somebody wanted to open. It is one of these
 * and no other, whatever an address says.
 *
 * @param page which page
 * @param number of the version or the paper; null for a page without one
 */
record Wanted(Page page, @Nullable String number) {

	/** The pages. */
	enum Page {

		RECOMMENDATION("recommendation", "redirect:/{org}/appraisals/{year}/recommendation"),

		PAPER("paper", "redirect:/{org}/appraisals/{year}/paper"),

		VERSION("recommendation/versions/", "redirect:/{org}/appraisals/{year}/recommendation/versions/{number}"),

		SEALED_PAPER("papers/", "redirect:/{org}/appraisals/{year}/papers/{number}");

		private final String path;

		private final String redirect;

		Page(String path, String redirect) {
			this.path = path;
			this.redirect = redirect;
		}

		private boolean numbered() {
			return this.path.endsWith("/");
		}

		private boolean is(String wanted) {
			return this.numbered() ? wanted.matches(this.path + "[1-9][0-9]{0,5}") : wanted.equals(this.path);
		}

	}

	/**
	 * The page at a path below the appraisal's; the recommendation where it is none of
	 * these.
	 */
	static Wanted at(String path) {
		Page page = Arrays.stream(Page.values())
			.filter((each) -> each.is(path))
			.findFirst()
			.orElse(Page.RECOMMENDATION);
		return new Wanted(page, page.numbered() ? path.substring(page.path.length()) : null);
	}

	/** Its path below the appraisal's. */
	String path() {
		return (this.number != null) ? this.page.path + this.number : this.page.path;
	}

	/** The view that leads there; it takes the number as {@code number}. */
	String redirect() {
		return this.page.redirect;
	}

}
