package org.mandate.site;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives a reference to failures outside controllers too, such as that of a template: they
 * reach the error page past the advice.
 */
@Component
class ReferencedErrors extends DefaultErrorAttributes {

	private static final Logger LOG = LoggerFactory.getLogger(ReferencedErrors.class);

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
		if (attributes.get("status") instanceof Integer status && status == 500) {
			String reference = Reference.next();
			attributes.put("reference", reference);
			LOG.error("Failure {}: {}", reference, attributes.get("path"), getError(request));
		}
		return attributes;
	}

}
