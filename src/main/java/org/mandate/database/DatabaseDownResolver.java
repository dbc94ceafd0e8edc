package org.mandate.database;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a database that does not answer out of the hands of the general error page, which
 * would need the database itself, and passes it on to {@link DatabaseDownFilter}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseDownResolver implements HandlerExceptionResolver {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		if (DatabaseDown.explains(failure)) {
			throw new DatabaseDown(failure);
		}
		return null;
	}

}
