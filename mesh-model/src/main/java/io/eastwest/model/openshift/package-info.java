/** Answers: what do the OpenShift objects say through which clients enter a cluster? */
@NullMarked
package io.eastwest.model.openshift;

import org.jspecify.annotations.NullMarked;
