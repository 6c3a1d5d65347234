/** Answers: what does a pull request change for the calls of a mesh? */
@NullMarked
package io.eastwest.samples.pullrequest;

import org.jspecify.annotations.NullMarked;
