/**
 * The frame of every page: layout support for the templates, how dates and times are
 * said, the pages behind the footer, and the one place where a failure becomes a page.
 */
@NullMarked
package org.mandate.site;

import org.jspecify.annotations.NullMarked;
