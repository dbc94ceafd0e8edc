package org.mandate.recommendations;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The paper lacks something, and no reason was given for putting it all the same.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class PaperIncomplete extends RuntimeException {

	private final transient List<PaperCheck.Finding> missing;

	PaperIncomplete(List<PaperCheck.Finding> missing) {
		super("The paper is not complete. Add what is missing, or say why you put it although it is not.");
		this.missing = List.copyOf(missing);
	}

	/** What stands in the way. */
	public List<PaperCheck.Finding> missing() {
		return this.missing;
	}

}
