package org.mandate.site;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Answers a form whose lists were made longer than any page makes them: binding it would
 * fail, and be taken for a fault of ours.
 */
@ControllerAdvice
class LongLists {

	private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

	@InitBinder
	void refuse(WebDataBinder binder, HttpServletRequest request) {
		ResolvableType form = binder.getTargetType();
		if (form == null || !form.toClass().isRecord()) {
			return;
		}
		for (String name : Collections.list(request.getParameterNames())) {
			Matcher index = INDEX.matcher(name);
			while (index.find()) {
				if (index.group(1).length() > 9
						|| Integer.parseInt(index.group(1)) >= binder.getAutoGrowCollectionLimit()) {
					throw new TooLong();
				}
			}
		}
	}

	/** No page sends it. */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static class TooLong extends RuntimeException {

		TooLong() {
			super("The form has more rows than its page. Open the page again.");
		}

	}

}
