package org.mandate.site;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapperImpl;

/**
 * The named properties of what a page hands to a fragment: a map, a record or a bean. A
 * property that it does not have reads as null, so that pages leave out what they do not
 * need.
 */
record Properties(Object of) {

	@Nullable Object value(String name) {
		if (this.of instanceof Map<?, ?> map) {
			return map.get(name);
		}
		BeanWrapperImpl bean = new BeanWrapperImpl(this.of);
		return bean.isReadableProperty(name) ? bean.getPropertyValue(name) : null;
	}

	@Nullable String text(String name) {
		Object value = value(name);
		return (value != null) ? value.toString() : null;
	}

	String required(String name) {
		String text = text(name);
		if (text == null) {
			throw new IllegalArgumentException("A fragment needs the property \"" + name + "\" of " + this.of);
		}
		return text;
	}

}
