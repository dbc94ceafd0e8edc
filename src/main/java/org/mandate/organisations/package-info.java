/**
 * Organisations (CCGs), their localities and partner bodies, and the register of
 * practices over time with its imports from national files. Its pages stand in the
 * register module, above sign-in, because sign-in itself asks here which organisations
 * exist.
 */
@NullMarked
package org.mandate.organisations;

import org.jspecify.annotations.NullMarked;
