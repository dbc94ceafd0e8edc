package org.mandate.scoring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is a criterion of that name.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class CriterionExists extends RuntimeException {

	CriterionExists(String name) {
		super("There is a criterion called " + name + ". Give this one another name");
	}

}
