package org.mandate.access;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mandate.database.Tenant;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Applies {@link AllowedTo} and {@link Public} to the handler that was really chosen, so
 * that no difference between address patterns can open a gap. A member is one of the
 * organisation in the address, and nobody outside of it. What is not annotated is closed.
 */
class AllowedToInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorController
				|| annotation(method, Public.class) != null) {
			return true;
		}
		AllowedTo allowed = annotation(method, AllowedTo.class);
		boolean permitted = allowed != null && CurrentMember.get()
			.filter((member) -> Tenant.current().filter(member.organisation()::equals).isPresent())
			.filter((member) -> allowed.value().length == 0 || Arrays.stream(allowed.value()).anyMatch(member::is))
			.isPresent();
		if (!permitted) {
			throw new AccessDeniedException("Not open to this person");
		}
		return true;
	}

	private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(HandlerMethod method,
			Class<A> type) {
		A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
		return (own != null) ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
	}

}
