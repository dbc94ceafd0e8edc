/**
 * Who was told and asked before a decision, what they said and what changed because of
 * it; windows for objections; whom a model asks to be engaged, and who has been.
 */
@NullMarked
package org.mandate.engagement;

import org.jspecify.annotations.NullMarked;
