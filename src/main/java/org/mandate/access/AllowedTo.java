package org.mandate.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a handler: members of the organisation in the address that hold one of the
 * roles; any member of it when no role is named. A handler with neither this annotation
 * nor {@link Public} is closed to all.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

	/** Any one of these roles; none named means every member. */
	Role[] value() default {};

}
