/**
 * Browser tests: what a visitor does and what every page must keep to.
 */
@NullMarked
package org.mandate.browser;

import org.jspecify.annotations.NullMarked;
