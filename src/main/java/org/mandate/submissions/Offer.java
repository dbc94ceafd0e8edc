package org.mandate.submissions;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the record says for a field of the pro forma.
 *
 * @param text what it says
 * @param source where it says it, in words
 * @param path where it can be looked at, below the organisation's address
 */
public record Offer(String text, String source, String path) {

	/** A short word for the text, so that a page can say which one it showed. */
	public String key() {
		return DigestUtils.sha256Hex(this.text).substring(0, 16);
	}

	/** Whether the record has changed since an answer was saved. */
	static boolean changed(@Nullable Offer offer, @Nullable Answer answer) {
		if (answer == null) {
			return false;
		}
		return (offer != null) ? !offer.text().equals(answer.recordSaid()) && !offer.text().equals(answer.text())
				: answer.recordSaid() != null;
	}

}
