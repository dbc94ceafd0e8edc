package org.mandate.recommendations;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of a recommendation.
 *
 * @param id never null
 */
public record RecommendationId(UUID id) implements Serializable {

	public RecommendationId {
		Objects.requireNonNull(id, "id");
	}

}
