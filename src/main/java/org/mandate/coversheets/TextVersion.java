package org.mandate.coversheets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What there was to approve.
 *
 * @param recommendation number of the recommendation's version
 * @param cover version of the cover sheet, from 0; null where there was none
 */
public record TextVersion(int recommendation, @Nullable Integer cover) {

	private static final Pattern KEY = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9}|-)");

	/** For a form to carry: "2.0". */
	public String key() {
		return this.recommendation + "." + ((this.cover != null) ? this.cover.toString() : "-");
	}

	static Optional<TextVersion> of(@Nullable String key) {
		Matcher parts = KEY.matcher((key != null) ? key : "");
		if (!parts.matches()) {
			return Optional.empty();
		}
		String cover = parts.group(2);
		return Optional
			.of(new TextVersion(Integer.parseInt(parts.group(1)), cover.equals("-") ? null : Integer.valueOf(cover)));
	}

	/** How the text now differs from this one, a clause; null where it does not. */
	@Nullable String since(TextVersion now) {
		if (this.recommendation != now.recommendation) {
			return "the text is now version " + now.recommendation;
		}
		return equals(now) ? null : "the cover sheet was changed since";
	}

}
