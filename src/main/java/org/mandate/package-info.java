/**
 * Mandate: each package below is a module, named for a part of the work.
 */
@NullMarked
package org.mandate;

import org.jspecify.annotations.NullMarked;
