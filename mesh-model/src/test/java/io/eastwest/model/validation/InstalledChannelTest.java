package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledChannelTest {
    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: a, namespace: shop}
            spec: {parentRefs: [{name: g, port: 80}, {name: g, port: 81}]}
            """;

    private static List<String> lines(CustomResourceDefinition... definitions) {
        var mesh = MeshSnapshot.builder(MeshTopology.of(
                "shop",
                MeshTopologySpec.builder()
                        .addCluster(ClusterTopology.of("east"))
                        .build()));
        ManifestReader.strict()
                .read("f.yaml", ROUTE)
                .orThrow()
                .forEach(manifest -> mesh.add("east", manifest.resource()));
        for (CustomResourceDefinition definition : definitions) {
            mesh.add("east", definition);
        }
        return MeshValidation.check(mesh.build()).stream().map(Issue::toString).toList();
    }

    private static CustomResourceDefinition definition(String name, String channel) {
        return CustomResourceDefinition.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .putAnnotation("gateway.networking.k8s.io/channel", channel)
                        .build())
                .build();
    }

    @Test
    void isNotKnownWithoutADefinition() {
        assertThat(lines(definition("widgets.example.com", "experimental")))
                .containsExactly(
                        "WARNING HTTPRoute/shop/a spec.parentRefs[1]: refused in the standard channel: names the"
                                + " same Gateway as entry 0; give each a sectionName of its own or drop one PARENT_AMBIGUOUS");
    }

    @Test
    void isThatOfTheDefinitionsInTheCluster() {
        assertThat(lines(definition("httproutes.gateway.networking.k8s.io", "standard")))
                .containsExactly(
                        "ERROR HTTPRoute/shop/a spec.parentRefs[1]: names the same Gateway as entry 0; give each a"
                                + " sectionName of its own or drop one PARENT_AMBIGUOUS");
        assertThat(lines(
                        definition("gateways.gateway.networking.k8s.io", "standard"),
                        definition("httproutes.gateway.networking.k8s.io", "experimental"),
                        definition("tlsroutes.gateway.networking.k8s.io", "standard")))
                .isEmpty();
    }
}
