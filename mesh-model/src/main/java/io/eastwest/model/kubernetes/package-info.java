/** Answers: what do the Kubernetes objects say that a mesh is made from? */
@NullMarked
package io.eastwest.model.kubernetes;

import org.jspecify.annotations.NullMarked;
