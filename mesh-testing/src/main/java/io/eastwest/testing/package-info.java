/** Answers: how do I assert what a mesh does with a call? */
@NullMarked
package io.eastwest.testing;

import org.jspecify.annotations.NullMarked;
