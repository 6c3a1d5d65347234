/**
 * Answers: what must be applied to which cluster, in which order, so that they become one mesh? Everything here is pure and
 * immutable; nothing is fetched.
 */
@NullMarked
package io.eastwest.render.install;

import org.jspecify.annotations.NullMarked;
