/** Answers: how is a resource written so that every Kubernetes tool reads the same from it? */
@NullMarked
package io.eastwest.model.writer;

import org.jspecify.annotations.NullMarked;
