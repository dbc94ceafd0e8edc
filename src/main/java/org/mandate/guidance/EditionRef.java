package org.mandate.guidance;

import java.io.Serializable;
import java.util.Objects;

/**
 * Names one version of an edition of guidance. What it names never changes, so a record
 * that was made under it can keep it for good.
 *
 * @param key such as {@code next-steps-2014}
 * @param version from 1; a higher version corrects a lower one
 */
public record EditionRef(String key, int version) implements Serializable {

	public EditionRef {
		Objects.requireNonNull(key, "key");
	}

	@Override
	public String toString() {
		return this.key + ", version " + this.version;
	}

}
