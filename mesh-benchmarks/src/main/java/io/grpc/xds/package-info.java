/** Answers: how do the package-private matchers of grpc-xds do in a benchmark? */
@NullMarked
package io.grpc.xds;

import org.jspecify.annotations.NullMarked;
