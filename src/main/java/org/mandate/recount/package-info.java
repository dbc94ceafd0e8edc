/**
 * A ballot as a file, and a recount from that file alone: anybody who holds it can count
 * again, with arithmetic that shares nothing with the module that counted first.
 */
@NullMarked
package org.mandate.recount;

import org.jspecify.annotations.NullMarked;
