package io.eastwest.render.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.render.evidence.InstallEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every recorded installation: what is forecast of it are facts, and every fact of these charts is forecast. */
class InstallForecastTest {
    /** Facts that depend on no value and that no question needs. */
    private static final Set<String> CONSTANT =
            new TreeSet<>(List.of("mounts", "podAnnotations", "defaultTemplates", "templates"));

    @Test
    void objectsOfTheOperatorAreTheFacts() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        int compared = 0;
        for (String name : InstallEvidence.names()) {
            for (InstallEvidence.Cluster cluster : InstallEvidence.read(name).clusters()) {
                if (!isMade(cluster.facts())) {
                    continue;
                }
                InstallForecast forecast = cluster.sail().isEmpty()
                        ? InstallForecast.ofHelm(cluster.helm())
                        : InstallForecast.ofSail(cluster.platform(), cluster.sail());
                compared += compare(name + "/" + cluster.name(), forecast, cluster.facts(), kinds(name));
            }
        }
        assertThat(compared).isGreaterThan(250);
    }

    @Test
    void objectsOfHelmAreTheFacts() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        int compared = 0;
        for (String name : InstallEvidence.names()) {
            for (InstallEvidence.Cluster cluster : InstallEvidence.read(name).clusters()) {
                if (!cluster.helm().isEmpty() && !cluster.sail().isEmpty()) {
                    InstallForecast forecast = InstallForecast.ofHelm(cluster.helm());
                    if (cluster.facts().has("helmDiffers")) {
                        assertThat(cluster.facts().path("helmDiffers").toString())
                                .isEqualTo(
                                        "[\"DaemonSet ztunnel/ztunnel.env.ISTIO_META_ENABLE_HBONE: Sail true, Helm <nil>\"]");
                        assertThat(forecast.object("DaemonSet", "ztunnel")
                                        .orElseThrow()
                                        .env("ISTIO_META_ENABLE_HBONE"))
                                .isEmpty();
                        compared++;
                    } else {
                        compared += compare(name + "/" + cluster.name(), forecast, cluster.facts(), Set.of());
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void podsAreInjectedAsRecorded() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        int compared = 0;
        for (String name : InstallEvidence.names()) {
            InstallEvidence evidence = InstallEvidence.read(name);
            for (InstallEvidence.Cluster cluster : evidence.clusters()) {
                for (int i = 0; i < cluster.input().path("pods").size(); i++) {
                    JsonNode pod = cluster.input().path("pods").get(i);
                    JsonNode facts = cluster.facts().path("pods").get(i);
                    assertThat(injected(evidence, cluster, pod))
                            .as(name + "/" + cluster.name() + " " + pod)
                            .isEqualTo(recorded(facts));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(25);
    }

    private static boolean isMade(JsonNode facts) {
        for (JsonNode applied : facts.path("applied")) {
            if (applied.has("refused") || applied.has("error")) {
                return false;
            }
        }
        return !facts.has("error");
    }

    private static Set<String> kinds(String name) {
        Set<String> kinds = new TreeSet<>();
        InstallEvidence.read(name).input().path("kinds").forEach(kind -> kinds.add(kind.asText()));
        return kinds;
    }

    private static int compare(String what, InstallForecast forecast, JsonNode recorded, Set<String> kinds) {
        Map<String, JsonNode> facts = new TreeMap<>();
        for (JsonNode object : recorded.path("objects")) {
            String chart = object.path("chart").asText();
            if (!chart.equals("gateway") && !chart.equals("cni") && !ofZtunnelRole(object)) {
                String key = object.path("kind").asText() + " "
                        + object.path("namespace").asText("") + "/"
                        + object.path("name").asText();
                facts.put(key, varying(object.path("facts")));
            }
        }
        Map<String, JsonNode> own = new TreeMap<>();
        for (ForecastObject object : forecast.objects()) {
            if (kinds.isEmpty() || kinds.contains(object.kind())) {
                own.put(object.kind() + " " + object.namespace() + "/" + object.name(), varying(object.facts()));
            }
        }
        assertThat(own).as(what).isEqualTo(facts);
        return own.size();
    }

    private static boolean ofZtunnelRole(JsonNode object) {
        return object.path("kind").asText().startsWith("ClusterRole")
                && object.path("chart").asText().equals("ztunnel");
    }

    private static JsonNode varying(JsonNode facts) {
        com.fasterxml.jackson.databind.node.ObjectNode copy = facts.deepCopy();
        CONSTANT.forEach(copy::remove);
        if (copy.path("serviceAccount").asText().equals("ztunnel")) {
            copy.remove(List.of("containerPorts", "podLabels", "selector"));
        }
        return copy;
    }

    private static Object injected(InstallEvidence evidence, InstallEvidence.Cluster cluster, JsonNode pod) {
        InstallForecast own = forecast(cluster);
        InstallForecast injector = pod.has("injector")
                ? forecast(evidence.cluster(pod.path("injector").asText()))
                : own;
        String revision = pod.path("revision").asText("default");
        String path = pod.has("path")
                ? pod.path("path").asText()
                : own.injectionPath(revision).orElse("none");
        Map<String, String> labels = new LinkedHashMap<>();
        pod.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        Map<String, String> env = new TreeMap<>();
        if (pod.has("gateway")) {
            cluster.facts().path("objects").forEach(object -> {
                if (object.path("kind").asText().equals("Deployment")
                        && object.path("name").equals(pod.path("gateway"))) {
                    object.path("facts")
                            .path("podLabels")
                            .properties()
                            .forEach(label ->
                                    labels.put(label.getKey(), label.getValue().asText()));
                    object.path("facts")
                            .path("env")
                            .properties()
                            .forEach(variable -> env.put(
                                    variable.getKey(), variable.getValue().asText()));
                }
            });
        }
        if (path.equals("none")) {
            return "no webhook";
        }
        return injector.inject(revision, path, labels)
                .<Object>map(made -> {
                    env.putAll(made.env());
                    String discovery = made.discoveryAddress().equals("istiod.istio-system.svc:15012")
                            ? ""
                            : made.discoveryAddress();
                    return List.of(path, env, made.network(), discovery);
                })
                .orElse("not injected");
    }

    private static InstallForecast forecast(InstallEvidence.Cluster cluster) {
        return cluster.sail().isEmpty()
                ? InstallForecast.ofHelm(cluster.helm())
                : InstallForecast.ofSail(cluster.platform(), cluster.sail());
    }

    private static Object recorded(JsonNode pod) {
        if (pod.path("error").asText("").contains("has no webhook")) {
            return "no webhook";
        }
        JsonNode facts = pod.path("facts");
        if (facts.has("injected")) {
            return "not injected";
        }
        Map<String, String> env = new TreeMap<>();
        facts.path("env")
                .properties()
                .forEach(variable ->
                        env.put(variable.getKey(), variable.getValue().asText()));
        List<Object> all = new ArrayList<>();
        all.add(pod.path("path").asText());
        all.add(env);
        all.add(facts.path("network").asText(""));
        all.add(facts.path("proxyConfig").path("discoveryAddress").asText(""));
        return all;
    }
}
