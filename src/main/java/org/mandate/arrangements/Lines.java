package org.mandate.arrangements;

import org.jspecify.annotations.Nullable;

/**
 * Lines as they are typed, with one kind of line end, so that they are counted as the
 * page counts them.
 */
final class Lines {

	private Lines() {
	}

	static @Nullable String of(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

}
