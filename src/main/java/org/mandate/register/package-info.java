/**
 * The pages of an organisation's register: practices, localities, partner bodies and the
 * imports that fill them. Apart from the organisations module because the pages need the
 * signed-in member, and signing in needs organisations.
 */
@NullMarked
package org.mandate.register;

import org.jspecify.annotations.NullMarked;
