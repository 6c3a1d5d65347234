package io.eastwest.routing.drift;

import java.util.List;

/**
 * How a proxy differs from what the manifests mean. Immutable.
 *
 * @param differences what differs, by route configuration, cluster and endpoint in the order of the dump
 * @param compared how many route configurations, clusters and assignments were compared, in words
 * @param notCompared what of the dump was not, so that nothing is passed over in silence
 */
public record DriftReport(List<Drift> differences, String compared, List<String> notCompared) {
    /**
     * Copies the lists.
     *
     * @param differences what differs
     * @param compared how much was compared
     * @param notCompared what was not
     */
    public DriftReport {
        differences = List.copyOf(differences);
        notCompared = List.copyOf(notCompared);
    }

    /** {@return whether nothing that was compared differs} */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /** {@return the report for people: one line for each difference, then what was and was not compared} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        differences.forEach(each -> text.append(each).append('\n'));
        text.append(differences.size()).append(differences.size() == 1 ? " difference in " : " differences in ");
        text.append(compared).append('\n');
        if (!notCompared.isEmpty()) {
            text.append("not compared: ").append(String.join(", ", notCompared)).append('\n');
        }
        return text.toString();
    }
}
