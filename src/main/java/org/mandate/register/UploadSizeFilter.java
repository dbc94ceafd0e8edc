package org.mandate.register;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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

	private static final Pattern UPLOAD = Pattern.compile("/[^/]+/practices/imports/files/[a-z-]+");

	private final long most;

	UploadSizeFilter(@Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
		this.most = most.toBytes();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (!request.getMethod().equals("POST") || !UPLOAD.matcher(path).matches()) {
			chain.doFilter(request, response);
		}
		else if (request.getContentLengthLong() > this.most) {
			sendBack(request, response, "size");
		}
		else if (!isReadable(request)) {
			sendBack(request, response, "pasted");
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

	private static void sendBack(HttpServletRequest request, HttpServletResponse response, String problem) {
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION,
				"/" + request.getRequestURI().replaceFirst("^/+", "") + "?problem=" + problem);
	}

}
