package io.eastwest.routing.balancing;

import java.util.List;

/** What a priority came to. Not meant to be implemented by users. */
public interface PriorityReport {
    /** {@return the priority, 0 is the best} */
    int priority();

    /** {@return all hosts, those that are being drained included} */
    int hosts();

    /** {@return hosts that count for health: those that are not being drained} */
    int counted();

    /** {@return healthy hosts} */
    int healthy();

    /** {@return health in percent, 0 to 100: 140 x healthy / counted, cut at 100} */
    int healthPercent();

    /** {@return share of the traffic to the cluster in percent, 0 to 100} */
    int loadPercent();

    /** {@return whether all its hosts are used, whatever their health} */
    boolean isPanic();

    /** {@return its localities by name if a locality is picked first, else nothing} */
    List<LocalityReport> localities();
}
