package org.mandate.meetings;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What somebody asked for contradicts the record.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class MeetingRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	MeetingRefused(String field, String words) {
		this(List.of(new Problem(field, words)));
	}

	MeetingRefused(List<Problem> problems) {
		super(problems.getFirst().words());
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 *
	 * @param field of the form, empty for the whole
	 * @param words a sentence without its full stop
	 */
	public record Problem(String field, String words) {
	}

	/** What is wrong, at least one thing. */
	public List<Problem> problems() {
		return this.problems;
	}

}
