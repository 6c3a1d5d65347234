/** Answers: how many calls does each pod, gateway and cluster get after a failure, and which get more than they can take? */
@NullMarked
package io.eastwest.routing.capacity;

import org.jspecify.annotations.NullMarked;
