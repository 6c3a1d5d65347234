/** Answers: what must clusters and load balancers have so that one name leads to an application wherever it runs? */
@NullMarked
package io.eastwest.render.entry;

import org.jspecify.annotations.NullMarked;
