package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioCni;
import io.eastwest.model.sail.ZTunnel;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.evidence.InstallEvidence;
import io.eastwest.render.evidence.ObjectFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plans for topologies of ours, held against what was given to each recorded installation and what came of it. */
class PlanEvidenceTest {
    private static final JsonNode PLANS = InstallEvidence.yaml(Path.of("src/test/resources/evidence/plans.yaml"));

    @Test
    void everyFolderHasAPlanOrAReason() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        Set<String> covered = new TreeSet<>();
        PLANS.path("plans").forEach(plan -> covered.add(plan.path("of").asText()));
        PLANS.path("elsewhere").fieldNames().forEachRemaining(covered::add);

        assertThat(covered).containsExactlyElementsOf(InstallEvidence.names());
    }

    @Test
    void everyPlanSaysWhatWasGivenAndWhatCameOfIt() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        for (JsonNode plan : PLANS.path("plans")) {
            InstallEvidence evidence = InstallEvidence.read(plan.path("of").asText());
            Set<String> clusters = new TreeSet<>();
            plan.path("clusters").fieldNames().forEachRemaining(clusters::add);
            plan.path("without").fieldNames().forEachRemaining(clusters::add);
            assertThat(evidence.clusters())
                    .as(evidence.name())
                    .extracting(InstallEvidence.Cluster::name)
                    .containsExactlyInAnyOrderElementsOf(clusters);
            Set<String> listed = new TreeSet<>();
            plan.path("differences").forEach(difference -> {
                assertThat(difference.path("reason").asText()).isNotEmpty();
                listed.add(difference.path("at").asText());
            });

            assertThat(differences(plan, evidence)).as(plan.toString()).isEqualTo(listed);
        }
    }

    private static Set<String> differences(JsonNode plan, InstallEvidence evidence) {
        MeshTopologySpec spec = ManifestReader.strict()
                .readValue(MeshTopologySpec.class, "plans.yaml", ManifestWriter.toYaml(plan.path("mesh")))
                .orThrow();
        InstallPlan made = InstallPlan.of(InstallSpec.of(MeshTopology.of("mesh1", spec)));
        Set<String> differences = new TreeSet<>();
        plan.path("clusters").properties().forEach(pair -> {
            InstallEvidence.Cluster recorded = evidence.cluster(pair.getKey());
            List<MeshResource> own = new ArrayList<>();
            made.tree()
                    .snapshot()
                    .manifests(pair.getValue().asText())
                    .forEach(manifest -> own.add(manifest.resource()));
            if (recorded.input().has("sail")) {
                compare(pair.getKey(), sail(own), sail(recorded.sail()), differences);
            }
            compareFacts(pair.getKey(), own, recorded.facts(), differences);
        });
        return differences;
    }

    /** The custom resources with the defaults of their definitions. */
    private static Map<String, JsonNode> sail(List<MeshResource> resources) {
        Map<String, JsonNode> found = new TreeMap<>();
        for (MeshResource resource : resources) {
            MeshResource whole = resource instanceof Istio istio
                    ? istio.withDefaults()
                    : resource instanceof IstioCni cni
                            ? cni.withDefaults()
                            : resource instanceof ZTunnel ztunnel ? ztunnel.withDefaults() : null;
            if (whole != null) {
                found.put(whole.kind() + " " + whole.metadata().name(), ManifestWriter.toTree(whole));
            }
        }
        return found;
    }

    private static void compare(
            String cluster, Map<String, JsonNode> own, Map<String, JsonNode> given, Set<String> differences) {
        Map<String, String> left = flat(own);
        Map<String, String> right = flat(given);
        Set<String> paths = new TreeSet<>(left.keySet());
        paths.addAll(right.keySet());
        paths.stream()
                .filter(path -> !left.getOrDefault(path, "").equals(right.getOrDefault(path, "")))
                .forEach(path -> differences.add(cluster + " " + path));
    }

    private static Map<String, String> flat(Map<String, JsonNode> resources) {
        Map<String, String> values = new TreeMap<>();
        resources.forEach((name, tree) -> flatten(name + " ", tree, values));
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isContainerNode()) {
            if (node.isObject()) {
                String separator = path.endsWith(" ") ? "" : ".";
                node.properties()
                        .forEach(field -> flatten(path + separator + field.getKey(), field.getValue(), values));
            } else {
                for (int i = 0; i < node.size(); i++) {
                    flatten(path + "[" + i + "]", node.get(i), values);
                }
            }
        } else {
            values.put(path, node.toString());
        }
    }

    /** Every fact that both sides have of an object; ours that the charts would not make, or the other way round, show. */
    private static void compareFacts(
            String cluster, List<MeshResource> own, JsonNode recorded, Set<String> differences) {
        for (JsonNode object : recorded.path("objects")) {
            if (!object.path("chart").asText().equals("gateway")) {
                continue;
            }
            String key = object.path("kind").asText() + " "
                    + object.path("namespace").asText() + "/"
                    + object.path("name").asText();
            JsonNode facts = own.stream()
                    .filter(resource -> (resource.kind() + " "
                                    + resource.metadata().namespaceOrDefault() + "/"
                                    + resource.metadata().name())
                            .equals(key))
                    .findFirst()
                    .map(ObjectFacts::of)
                    .orElse(null);
            if (facts == null) {
                differences.add(cluster + " " + key + " missing");
            } else {
                Set<String> names = new TreeSet<>();
                facts.fieldNames().forEachRemaining(names::add);
                object.path("facts").fieldNames().forEachRemaining(names::add);
                names.stream()
                        .filter(name ->
                                !facts.path(name).equals(object.path("facts").path(name)))
                        .forEach(name -> differences.add(cluster + " " + key + " " + name));
            }
        }
    }
}
