package org.mandate.narratives;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same section in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class SectionChanged extends RuntimeException {

	private final transient Narrative latest;

	SectionChanged(Narrative latest) {
		super("%s saved version %d of “%s” in the meantime. Open the section again to see it."
			.formatted(latest.savedBy(), latest.version(), latest.section().label()));
		this.latest = latest;
	}

	/** What they saved. */
	public Narrative latest() {
		return this.latest;
	}

}
