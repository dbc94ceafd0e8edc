/**
 * The three voices side by side: the option that the panel's scores put first, what the
 * members voted for, and the executive's view; and whether they differ.
 */
@NullMarked
package org.mandate.voices;

import org.jspecify.annotations.NullMarked;
