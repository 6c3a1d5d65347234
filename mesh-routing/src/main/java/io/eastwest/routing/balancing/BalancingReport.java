package io.eastwest.routing.balancing;

import java.util.List;

/** How a distribution came about. Not meant to be implemented by users. */
public interface BalancingReport {
    /** {@return all priorities from 0 to the last, those without hosts included} */
    List<PriorityReport> priorities();

    /** {@return addresses that the assignment lists again and that Envoy ignored there, in order} */
    List<String> ignoredDuplicates();

    /** {@return the report as text, one line per duplicate, priority and locality} */
    List<String> lines();
}
