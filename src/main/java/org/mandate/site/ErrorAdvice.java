package org.mandate.site;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mandate.access.CurrentMember;
import org.mandate.access.Demonstration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a failure becomes a page: its status, and words that say what to
 * do. What nobody foresaw is logged under a reference, and only the reference is shown.
 */
@ControllerAdvice
class ErrorAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

	private final Demonstration demonstration;

	ErrorAdvice(Demonstration demonstration) {
		this.demonstration = demonstration;
	}

	/** Who is not signed in, or may not, is the security chain's to answer. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	void leaveToSecurity(RuntimeException ex) {
		throw ex;
	}

	/** The browser has gone: there is nobody to answer. */
	@ExceptionHandler
	void answerNobody(AsyncRequestNotUsableException ex) {
		LOG.debug("The browser went away", ex);
	}

	@ExceptionHandler
	ModelAndView page(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		Failure failure = Failure.of(ex);
		ModelAndView page = new ModelAndView(failure.page(), failure.status());
		page.addAllObjects(Map.of("demonstration", this.demonstration.isOn()));
		CurrentMember.get().ifPresent((member) -> page.addObject("member", member));
		add(page, "heading", failure.heading());
		add(page, "message", failure.message());
		if (ex instanceof ErrorResponse described) {
			described.getHeaders()
				.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		}
		if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "30");
			LOG.error("The database cannot be reached: {} {}: {}", request.getMethod(), request.getRequestURI(),
					ex.toString());
		}
		else if (failure.status().is5xxServerError()) {
			String reference = Reference.next();
			page.addObject("reference", reference);
			LOG.error("Failure {}: {} {}", reference, request.getMethod(), request.getRequestURI(), ex);
		}
		return page;
	}

	private static void add(ModelAndView page, String name, @Nullable String text) {
		if (text != null) {
			page.addObject(name, text);
		}
	}

}
