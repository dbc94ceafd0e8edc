package org.mandate.appraisals;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of an appraisal; also the stream of its timeline in the audit trail.
 *
 * @param id never null
 */
public record AppraisalId(UUID id) implements Serializable {

	public AppraisalId {
		Objects.requireNonNull(id, "id");
	}

}
