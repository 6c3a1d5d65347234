package io.eastwest.routing.endpoints;

/**
 * A place. Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/util/label/label.go:SplitLocalityLabel}.
 *
 * @param region region; empty: none
 * @param zone zone; empty: none
 * @param subzone subzone; empty: none
 */
public record Locality(String region, String zone, String subzone) {
    /**
     * Reads a text.
     *
     * @param text {@code region/zone/subzone}; missing parts are empty, more than three are dropped
     * @return the place
     */
    public static Locality parse(String text) {
        String[] parts = text.split("/", -1);
        return new Locality(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }
}
