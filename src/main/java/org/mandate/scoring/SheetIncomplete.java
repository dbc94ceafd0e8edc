package org.mandate.scoring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A sheet cannot be finished because scores are missing.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class SheetIncomplete extends RuntimeException {

	SheetIncomplete(int owed) {
		super("Your sheet is not complete: %s missing.".formatted((owed == 1) ? "1 score is" : owed + " scores are"));
	}

}
