package org.mandate.site;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.stereotype.Component;

/**
 * After a change the browser is told to ask for the next page with GET: status 303.
 */
@Component
class SeeOther {

	SeeOther(ThymeleafViewResolver views) {
		views.setRedirectHttp10Compatible(false);
	}

}
