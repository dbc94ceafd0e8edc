package org.mandate.appraisals;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The organisation already has an appraisal for that year.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class AppraisalExists extends RuntimeException {

	AppraisalExists(FinancialYear year) {
		super(message(year));
	}

	static String message(FinancialYear year) {
		return "There already is an appraisal for " + year.label() + ". Open it instead of starting another.";
	}

}
