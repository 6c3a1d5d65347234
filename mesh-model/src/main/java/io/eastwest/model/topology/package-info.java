/** Answers: which clusters make up the mesh, and who watches whom? What no manifest says. */
@NullMarked
package io.eastwest.model.topology;

import org.jspecify.annotations.NullMarked;
