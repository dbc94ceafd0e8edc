/**
 * Amendments of the constitution that a model needs, the members' approval of them, and
 * by which route and when they go to NHS England.
 */
@NullMarked
package org.mandate.constitution;

import org.jspecify.annotations.NullMarked;
