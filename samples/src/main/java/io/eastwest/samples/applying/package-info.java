/** Answers: how are the manifests of each cluster applied with a Kubernetes client? */
@NullMarked
package io.eastwest.samples.applying;

import org.jspecify.annotations.NullMarked;
