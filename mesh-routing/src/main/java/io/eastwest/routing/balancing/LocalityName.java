package io.eastwest.routing.balancing;

import java.util.Comparator;

/**
 * The locality of a group as Envoy tells localities apart: by three parts, each of which may be empty.
 *
 * @param region the region
 * @param zone the zone
 * @param subzone the subzone
 */
public record LocalityName(String region, String zone, String subzone) implements Comparable<LocalityName> {
    /** The locality of endpoints that have none. */
    public static final LocalityName NONE = new LocalityName("", "", "");

    private static final Comparator<LocalityName> ORDER = Comparator.comparing(LocalityName::region)
            .thenComparing(LocalityName::zone)
            .thenComparing(LocalityName::subzone);

    /**
     * {@return the locality written as {@code region/zone/subzone}; missing parts are empty, so {@code r/z} and {@code r/z/} are
     * the same locality}
     *
     * @param text at most three parts separated by a slash; further parts are ignored
     */
    public static LocalityName parse(String text) {
        String[] parts = text.split("/", -1);
        return new LocalityName(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    @Override
    public int compareTo(LocalityName other) {
        return ORDER.compare(this, other);
    }

    /** {@return the parts separated by a slash, without empty parts at the end} */
    @Override
    public String toString() {
        if (!subzone.isEmpty()) {
            return region + "/" + zone + "/" + subzone;
        }
        return zone.isEmpty() ? region : region + "/" + zone;
    }
}
