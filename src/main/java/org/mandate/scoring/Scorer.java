package org.mandate.scoring;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on the scoring panel.
 *
 * @param id identity on the panel
 * @param version counts the changes to the sheet
 * @param person identity as a member of the organisation
 * @param name as shown
 * @param invitedAt when they were invited
 * @param invitedBy by whom
 * @param finishedAt when they finished their sheet; null while it is a draft
 * @param removedReason why their scores do not count; null while they do
 */
public record Scorer(UUID id, int version, UUID person, String name, Instant invitedAt, String invitedBy,
		@Nullable Instant finishedAt, @Nullable String removedReason) {

	/** The most that a panel may have. */
	public static final int MOST = 50;

	/** Whether their scores count. */
	public boolean isActive() {
		return this.removedReason == null;
	}

	/** Whether they said that their sheet is finished. */
	public boolean isFinished() {
		return this.finishedAt != null;
	}

}
