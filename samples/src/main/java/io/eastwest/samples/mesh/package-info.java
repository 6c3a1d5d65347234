/** Answers: how is a mesh built in code, and where are the meshes of the samples? */
@NullMarked
package io.eastwest.samples.mesh;

import org.jspecify.annotations.NullMarked;
