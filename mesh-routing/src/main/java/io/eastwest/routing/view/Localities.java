package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raw locality texts. Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/kube/controller/controller.go:getPodLocality},
 * {@code pkg/model/proxy.go:GetLocalityLabel, SanitizeLocalityLabel}.
 */
final class Localities {
    static final String REGION = "topology.kubernetes.io/region";
    static final String ZONE = "topology.kubernetes.io/zone";
    static final String SUBZONE = "topology.istio.io/subzone";

    private static final String LABEL = "topology.istio.io/locality";
    private static final String OLD_LABEL = "istio-locality";
    private static final String OLD_REGION = "failure-domain.beta.kubernetes.io/region";
    private static final String OLD_ZONE = "failure-domain.beta.kubernetes.io/zone";

    private Localities() {}

    /** {@return locality of a label on the workload; empty text: none} */
    static String ofLabels(Map<String, String> labels) {
        String own = labels.containsKey(LABEL) ? labels.get(LABEL) : labels.get(OLD_LABEL);
        if (own == null) {
            return "";
        }
        return own.indexOf('/') >= 0 ? own : own.replace('.', '/');
    }

    /** {@return locality of a node, empty parts included; empty text: the node is not known or says nothing} */
    static String ofNode(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        Map<String, String> labels = node.metadata().labels();
        String region = either(labels, REGION, OLD_REGION);
        String zone = either(labels, ZONE, OLD_ZONE);
        String subzone = labels.getOrDefault(SUBZONE, "");
        if (region.isEmpty() && zone.isEmpty() && subzone.isEmpty()) {
            return "";
        }
        return region + "/" + zone + "/" + subzone;
    }

    /**
     * {@return a part of a locality text; empty text when it is not there}
     *
     * @param locality raw text
     * @param position 0 region, 1 zone, 2 subzone
     */
    static String part(String locality, int position) {
        int start = 0;
        for (int i = 0; i < position; i++) {
            int slash = locality.indexOf('/', start);
            if (slash < 0) {
                return "";
            }
            start = slash + 1;
        }
        int end = locality.indexOf('/', start);
        return end < 0 ? locality.substring(start) : locality.substring(start, end);
    }

    private static String either(Map<String, String> labels, String label, String old) {
        String value = labels.getOrDefault(label, "");
        return value.isEmpty() ? labels.getOrDefault(old, "") : value;
    }
}
