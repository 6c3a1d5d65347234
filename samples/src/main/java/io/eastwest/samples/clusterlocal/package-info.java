/** Answers: how does traffic stay in its cluster, and which services are the exception? */
@NullMarked
package io.eastwest.samples.clusterlocal;

import org.jspecify.annotations.NullMarked;
