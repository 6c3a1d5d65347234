package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The objects of the istiod chart in a cluster that runs an istiod. */
final class IstiodForecast {
    private final IstiodValues values;
    private final List<ForecastObject> objects = new ArrayList<>();

    private IstiodForecast(IstiodValues values) {
        this.values = values;
    }

    static List<ForecastObject> of(IstiodValues values) {
        IstiodForecast forecast = new IstiodForecast(values);
        forecast.objects.addAll(ReaderForecast.of(values));
        forecast.objects.addAll(WebhookForecast.of(values));
        if (values.hasConfigMap()) {
            forecast.configMap();
        }
        if (values.isRemote()) {
            forecast.objects.addAll(RemoteForecast.of(values));
        } else {
            forecast.deployment();
            forecast.service();
            forecast.injector();
        }
        if (!values.isRemote() || values.flag("configCluster", false)) {
            forecast.account();
        }
        return forecast.objects;
    }

    private void add(String kind, String name, JsonNode facts) {
        objects.add(Facts.of(kind, values.namespace(), name, facts));
    }

    private void account() {
        add("ServiceAccount", values.istiod(), Facts.object());
        binding("istiod-clusterrole");
        binding("istiod-gateway-controller");
    }

    private void binding(String role) {
        String name = role + values.suffix() + "-" + values.namespace();
        ObjectNode facts = Facts.pairs("role", name);
        facts.set("subjects", Facts.texts(values.namespace() + "/" + values.istiod()));
        objects.add(Facts.of("ClusterRoleBinding", "", name, facts));
    }

    private void configMap() {
        ObjectNode facts = Facts.object();
        facts.set("mesh", values.mesh());
        ObjectNode networks = Facts.object();
        networks.set("networks", values.meshNetworks().isObject() ? values.meshNetworks() : Facts.object());
        facts.set("meshNetworks", networks);
        add("ConfigMap", "istio" + values.suffix(), facts);
    }

    private void injector() {
        ObjectNode global = Facts.object();
        put(global, "caAddress", values.global("caAddress"));
        String cluster = values.clusterName();
        put(global, "clusterName", cluster.equals(IstiodValues.UNNAMED_CLUSTER) ? "" : cluster);
        put(global, "istioNamespace", values.istioNamespace());
        put(global, "meshID", values.global("meshID"));
        put(global, "network", values.global("network"));
        ObjectNode facts = Facts.object();
        facts.set("global", global);
        put(facts, "revision", values.revision());
        add("ConfigMap", "istio-sidecar-injector" + values.suffix(), facts);
    }

    private static void put(ObjectNode facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private void service() {
        ObjectNode facts = Facts.object();
        facts.set(
                "ports",
                Facts.texts("grpc-xds 15010", "https-dns 15012", "https-webhook 443->15017", "http-monitoring 15014"));
        facts.set(
                "selector",
                values.revision().isEmpty()
                        ? Facts.pairs("app", "istiod", "istio", "pilot")
                        : Facts.pairs("app", "istiod", "istio.io/rev", values.revision()));
        add("Service", values.istiod(), facts);
    }

    private void deployment() {
        String revision = values.revision();
        ObjectNode facts = Facts.pairs("container", "discovery");
        facts.set(
                "containerPorts",
                Facts.texts(
                        "8080 http-debug",
                        "15010 grpc-xds",
                        "15012 tls-xds",
                        "15017 https-webhooks",
                        "15014 http-monitoring"));
        environment(facts);
        facts.set(
                "podLabels",
                Facts.pairs(
                        "app", "istiod",
                        "istio", revision.isEmpty() ? "pilot" : "istiod",
                        "istio.io/dataplane-mode", "none",
                        "istio.io/rev", revision.isEmpty() ? "default" : revision,
                        "sidecar.istio.io/inject", "false"));
        facts.set(
                "selector",
                revision.isEmpty()
                        ? Facts.pairs("istio", "pilot")
                        : Facts.pairs("app", "istiod", "istio.io/rev", revision));
        facts.put("serviceAccount", values.istiod());
        add("Deployment", values.istiod(), facts);
        ObjectNode scale = Facts.object().put("min", 1).put("max", 5).put("target", values.istiod());
        add("HorizontalPodAutoscaler", values.istiod(), scale);
    }

    /** The chart writes some variables before those of the user and some after; of two of one name the last one counts. */
    private void environment(ObjectNode facts) {
        Map<String, String> before = new TreeMap<>();
        before.put("REVISION", values.revision().isEmpty() ? "default" : values.revision());
        before.put("PILOT_CERT_PROVIDER", "istiod");
        before.put("KUBECONFIG", "/var/run/secrets/remote/config");
        Map<String, String> user = values.env();
        if (!user.containsKey("CA_TRUSTED_NODE_ACCOUNTS")) {
            before.put("CA_TRUSTED_NODE_ACCOUNTS", values.trustedZtunnelNamespace() + "/ztunnel");
        }
        Map<String, String> after = new TreeMap<>();
        after.put(
                "PILOT_TRACE_SAMPLING",
                values.pilot("traceSampling").map(JsonNode::asText).orElse("1"));
        if (values.flag("externalIstiod", false) && !user.containsKey("EXTERNAL_ISTIOD")) {
            after.put("EXTERNAL_ISTIOD", "true");
        }
        after.put("PILOT_ENABLE_ANALYSIS", "false");
        after.put("CLUSTER_ID", values.clusterName());
        after.put("PLATFORM", values.platform());
        Set<String> twice = new TreeSet<>(before.keySet());
        twice.addAll(after.keySet());
        twice.retainAll(user.keySet());
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(user);
        all.putAll(after);
        facts.set("env", Facts.texts(all));
        if (!twice.isEmpty()) {
            ArrayNode names = facts.putArray("envTwice");
            twice.forEach(names::add);
        }
    }
}
