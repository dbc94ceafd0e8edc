package org.mandate.voting;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The figures cannot be returned: they do not add up, or need a reason.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class FiguresRefused extends RuntimeException {

	private final transient List<Figures.Problem> problems;

	FiguresRefused(List<Figures.Problem> problems) {
		super(problems.stream().map(Figures.Problem::message).collect(Collectors.joining(". ")) + ".");
		this.problems = List.copyOf(problems);
	}

	List<Figures.Problem> problems() {
		return this.problems;
	}

}
