package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects of the ztunnel chart. Mirrors istio 1.30.3 {@code manifests/charts/ztunnel/templates/daemonset.yaml}. */
final class ZtunnelForecast {
    private ZtunnelForecast() {}

    static List<ForecastObject> of(JsonNode values, String namespace) {
        String system = text(values, "istioNamespace", "istio-system");
        String revision = text(values, "revision", "");
        String istiod = "istiod" + (revision.isEmpty() ? "" : "-" + revision) + "." + system + ".svc:15012";
        Map<String, String> env = new TreeMap<>();
        env.put("CA_ADDRESS", text(values, "caAddress", istiod));
        env.put("XDS_ADDRESS", text(values, "xdsAddress", istiod));
        env.put("INPOD_ENABLED", "true");
        env.put(
                "ISTIO_META_CLUSTER_ID",
                text(values.path("multiCluster"), "clusterName", IstiodValues.UNNAMED_CLUSTER));
        if (values.path("profile").asText("").equals("ambient")) {
            env.put("ISTIO_META_ENABLE_HBONE", "true");
        }
        String network = text(values, "network", "");
        if (!network.isEmpty()) {
            env.put("NETWORK", network);
        }
        env.put("RUST_BACKTRACE", "1");
        env.put("RUST_LOG", text(values, "logLevel", "info"));
        env.put("TERMINATION_GRACE_PERIOD_SECONDS", text(values, "terminationGracePeriodSeconds", "30"));
        values.path("env")
                .properties()
                .forEach(field -> env.put(field.getKey(), field.getValue().asText()));
        ObjectNode facts = Facts.pairs("container", "istio-proxy", "serviceAccount", "ztunnel");
        facts.set("env", Facts.texts(env));
        return List.of(
                Facts.of("DaemonSet", namespace, "ztunnel", facts),
                Facts.of("ServiceAccount", namespace, "ztunnel", Facts.object()));
    }

    private static String text(JsonNode values, String name, String otherwise) {
        String text = values.path(name).asText("");
        return text.isEmpty() ? otherwise : text;
    }
}
