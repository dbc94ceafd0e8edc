package org.mandate.site;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * What a failure means to the person at the page.
 *
 * @param status the answer's status
 * @param heading the page's heading, where the status' own does not fit
 * @param message what happened and what to do, where there is more to say than the
 * status' own page does
 */
record Failure(HttpStatus status, @Nullable String heading, @Nullable String message) {

	private static final Set<Integer> PAGES = Set.of(403, 404, 405, 409, 413, 422, 503);

	/** SQLSTATE of text that PostgreSQL cannot store, such as NUL. */
	private static final String UNTRANSLATABLE = "22021";

	/** SQLSTATEs of a connection that failed, and of a server that shuts down. */
	private static final Pattern CONNECTION_LOST = Pattern.compile("08...|57P0.");

	/** The error page of the status, or of its kind. */
	String page() {
		int code = this.status.value();
		return PAGES.contains(code) ? "error/" + code : (this.status.is5xxServerError() ? "error/5xx" : "error/4xx");
	}

	static Failure of(Exception ex) {
		ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
		if (declared != null) {
			// Only our own exceptions carry a message that is meant for people.
			boolean ours = ex.getClass().getPackageName().startsWith("org.mandate");
			return new Failure(declared.code(), null, ours ? ex.getMessage() : null);
		}
		if (ex instanceof ConcurrencyFailureException) {
			return new Failure(HttpStatus.CONFLICT, "Somebody else saved this while you were working",
					"What they saved is kept, and what you sent was not saved over it. "
							+ "Open the page again to see theirs, then make your change.");
		}
		if (isUnreachableDatabase(ex)) {
			return new Failure(HttpStatus.SERVICE_UNAVAILABLE, null, null);
		}
		if (isUnstorableText(ex)) {
			return new Failure(HttpStatus.UNPROCESSABLE_CONTENT, null,
					"The text contains a character that cannot be stored. Go back, remove it, and save again. "
							+ "Text copied from another program is best pasted as plain text.");
		}
		if (ex instanceof MaxUploadSizeExceededException) {
			return new Failure(HttpStatus.CONTENT_TOO_LARGE, null, null);
		}
		if (ex instanceof MethodArgumentTypeMismatchException mismatch) {
			boolean inAddress = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
			return new Failure(inAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, null, null);
		}
		if (ex instanceof TypeMismatchException || ex instanceof HttpMessageNotReadableException
				|| ex instanceof MultipartException) {
			return new Failure(HttpStatus.BAD_REQUEST, null, null);
		}
		if (ex instanceof ErrorResponse described) {
			return new Failure(known(described.getStatusCode()), null, null);
		}
		return new Failure(HttpStatus.INTERNAL_SERVER_ERROR, null, null);
	}

	private static boolean isUnreachableDatabase(Exception ex) {
		if (ex instanceof CannotCreateTransactionException || ex instanceof DataAccessResourceFailureException
				|| ex instanceof JDBCConnectionException) {
			return true;
		}
		// A commit on a connection that was cut surfaces as a failed transaction.
		return switch (NestedExceptionUtils.getMostSpecificCause(ex)) {
			case SQLTransientConnectionException waitedInVain -> true;
			case SQLException cause ->
				cause.getSQLState() != null && CONNECTION_LOST.matcher(cause.getSQLState()).matches();
			default -> false;
		};
	}

	private static boolean isUnstorableText(Exception ex) {
		return NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause
				&& UNTRANSLATABLE.equals(cause.getSQLState());
	}

	private static HttpStatus known(HttpStatusCode code) {
		HttpStatus status = HttpStatus.resolve(code.value());
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
