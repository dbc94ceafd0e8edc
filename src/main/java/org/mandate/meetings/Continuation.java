package org.mandate.meetings;

import java.util.UUID;

/**
 * That an item was taken up again at another meeting.
 *
 * @param item of the meeting that is looked at
 * @param earlier whether the other meeting came before
 * @param meeting the other one
 * @param other its item
 * @param words such as "Deferred on 29 January 2015"
 */
public record Continuation(UUID item, boolean earlier, MeetingId meeting, UUID other, String words) {

	/** Its address within the organisation. */
	public String path() {
		return "/meetings/" + this.meeting + "/items/" + this.other;
	}

}
