package org.mandate.meetings;

/**
 * Somebody else changed the record of the meeting meanwhile.
 */
class MeetingChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MeetingChanged() {
		super("Somebody else changed the record of the meeting meanwhile");
	}

}
