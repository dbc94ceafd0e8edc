package org.mandate.recommendations;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mandate.access.CurrentMember;
import org.mandate.access.Member;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads those whose interests may touch a recommendation to the page that says so, before
 * they open the recommendation or a paper on it. Whether they may open it at all was
 * settled before.
 */
@Configuration(proxyBeanMethods = false)
class ToldBeforehand implements WebMvcConfigurer {

	private static final String ASKING = "/*/appraisals/*/recommendation/interests";

	private final ObjectProvider<TouchingInterests> touching;

	ToldBeforehand(ObjectProvider<TouchingInterests> touching) {
		this.touching = touching;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
					throws ModelAndViewDefiningException {
				if (request.getMethod().equals("GET")) {
					askFirst(request);
				}
				return true;
			}
		})
			.addPathPatterns("/*/appraisals/*/recommendation/**", "/*/appraisals/*/paper*/**")
			.excludePathPatterns(ASKING)
			.order(1);
	}

	private void askFirst(HttpServletRequest request) throws ModelAndViewDefiningException {
		Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Member member = CurrentMember.get().orElse(null);
		if (member != null && variables.get("year") instanceof String year
				&& this.touching.getObject().asks(year, member)) {
			String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
			Wanted wanted = Wanted.at(pattern.replace("/{org}/appraisals/{year}/", "")
				.replace("{number}", String.valueOf(variables.get("number"))));
			throw new ModelAndViewDefiningException(new ModelAndView(
					"redirect:/{org}/appraisals/{year}/recommendation/interests", "then", wanted.path()));
		}
	}

}
