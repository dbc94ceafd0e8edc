package org.mandate.register;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends somebody whose file is too large back to the form with a message. It stands
 * before everything else because the server reads a form at the first question after any
 * of its fields, and fails there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadSizeFilter extends OncePerRequestFilter {

	private static final Pattern UPLOAD = Pattern
		.compile("(/help/recount|/[0-9a-z]+/(?:practices/imports/files/[a-z-]+|practices/earnings/file"
				+ "|appraisals/[0-9-]+/(?:scoring/files/[a-z]+"
				+ "|ballots/[0-9]+/(?:recount|returns/[a-z0-9-]+/file))))(?:/roll|/rows|/problems)?");

	private final DefaultRedirectStrategy redirection = new DefaultRedirectStrategy();

	private final long most;

	UploadSizeFilter(@Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
		this.most = most.toBytes();
		this.redirection.setStatusCode(HttpStatus.SEE_OTHER);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Matcher upload = UPLOAD.matcher(request.getRequestURI().substring(request.getContextPath().length()));
		if (!request.getMethod().equals("POST") || !upload.matches()) {
			chain.doFilter(request, response);
		}
		else if (request.getContentLengthLong() > this.most) {
			this.redirection.sendRedirect(request, response, upload.group(1) + "?problem=size");
		}
		else if (!isReadable(request)) {
			this.redirection.sendRedirect(request, response, upload.group(1) + "?problem=pasted");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** The server limits what is not a file to a smaller size, 2 MB unless configured. */
	private static boolean isReadable(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}
