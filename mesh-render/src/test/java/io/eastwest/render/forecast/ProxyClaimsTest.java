package io.eastwest.render.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.render.evidence.InstallEvidence;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whom istiod believes: what it said to each recorded claim, and that it believes the clusters of rendered trees. */
class ProxyClaimsTest {
    @Test
    void saysWhatIstiodSaid() {
        assumeThat(InstallEvidence.isThere())
                .as("installations in eastwest.shared")
                .isTrue();
        InstallEvidence.Cluster cluster = InstallEvidence.read("secrets").cluster("c1");

        assertThat(cluster.input().path("claims")).hasSize(7);
        for (int i = 0; i < 7; i++) {
            JsonNode given = cluster.input().path("claims").get(i);
            List<String> secrets = new ArrayList<>();
            given.path("secrets").forEach(secret -> secrets.add(secret.asText()));
            String claimed = given.path("cluster").asText();
            ProxyClaims claims = ProxyClaims.of(cluster.name(), secrets);
            JsonNode recorded = cluster.facts().path("claims").get(i);

            assertThat("a proxy that claims cluster \"" + claimed + "\", remote secrets [" + String.join(" ", secrets)
                            + "]")
                    .isEqualTo(recorded.path("of").asText());
            assertThat(claims.refusal(claimed).orElse("accepted as " + claims.identity("sample", "app")))
                    .isEqualTo(recorded.path("istiod").asText());
        }
    }

    @Test
    void asksTheClusterThatIsClaimed() {
        ProxyClaims claims = ProxyClaims.of("c1", List.of("c3", "c2", "c1"));

        assertThat(claims.remotes()).containsExactly("c2", "c3");
        assertThat(claims.askedAt("c1")).contains("c1");
        assertThat(claims.askedAt("")).contains("c1");
        assertThat(claims.askedAt("c3")).contains("c3");
        assertThat(claims.askedAt("c4")).isEmpty();
    }

    @Test
    void isToldByWhatIsInstalled() {
        ProxyClaims claims = InstallForecast.ofHelm(List.of(istiod(values -> {
                    values.putObject("global").putObject("multiCluster").put("clusterName", "west");
                    values.putObject("meshConfig").put("trustDomain", "example@com");
                })))
                .claims("default", List.of("east"))
                .orElseThrow();

        assertThat(claims).isEqualTo(new ProxyClaims("west", List.of("east"), "example@com"));
        assertThat(claims.identity("shop", "api")).isEqualTo("spiffe://example.com/ns/shop/sa/api");
    }

    @Test
    void aClusterWithoutANameIsKnownAsKubernetes() {
        InstallForecast forecast = InstallForecast.ofHelm(List.of(istiod(values -> {})));

        assertThat(forecast.claims("default", List.of("east")).orElseThrow().refusal("west"))
                .contains("client claims to be in cluster \"west\", but we only know about local cluster \"Kubernetes\""
                        + " and remote clusters [east]");
        assertThat(forecast.claims("canary", List.of())).isEmpty();
    }

    @Test
    void aRemoteClusterBelievesNobody() {
        InstallForecast forecast = InstallForecast.ofHelm(List.of(istiod(values -> values.put("profile", "remote"))));

        assertThat(forecast.claims("default", List.of())).isEmpty();
    }

    @Test
    void otherNamesOfClustersAreRefused() {
        InstallForecast forecast = InstallForecast.ofHelm(
                List.of(istiod(values -> values.putArray("extraContainerArgs").add("--clusterAliases=a=b"))));

        assertThatThrownBy(() -> forecast.claims("default", List.of()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("the option --clusterAliases of istiod is not modelled; name each cluster once");
    }

    @Test
    void podsOfARemoteClusterAreBelievedByItsPrimary() {
        MeshSnapshot mesh = InstallPlan.of(
                        InstallSpecs.primaryRemote(ClusterPlatform.kubernetes, "network1", "network2"))
                .tree()
                .snapshot();
        InstallForecast primary = forecast(mesh, "c1");
        String path = forecast(mesh, "c2").injectionPath("default").orElseThrow();
        InjectedPod pod =
                primary.inject("default", path, Collections.emptyMap()).orElseThrow();
        List<String> keys = mesh.resources("c1", Secret.class).stream()
                .filter(secret -> secret.metadata().labels().containsKey("istio/multiCluster"))
                .flatMap(secret -> secret.data().keySet().stream())
                .toList();

        assertThat(pod.cluster()).isEqualTo("c2");
        assertThat(primary.claims("default", keys).orElseThrow().askedAt(pod.cluster()))
                .contains("c2");
        assertThat(primary.claims("default", List.of()).orElseThrow().refusal(pod.cluster()))
                .isPresent();
    }

    private static InstallForecast forecast(MeshSnapshot mesh, String cluster) {
        return InstallForecast.ofSail(
                ClusterPlatform.kubernetes,
                mesh.manifests(cluster).stream().map(Manifest::resource).toList());
    }

    private static HelmRelease istiod(Consumer<ObjectNode> change) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        change.accept(values);
        return HelmRelease.builder()
                .chart(HelmChart.istiod)
                .name("istiod")
                .namespace("istio-system")
                .values(values)
                .build();
    }
}
