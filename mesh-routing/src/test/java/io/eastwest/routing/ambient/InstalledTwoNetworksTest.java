package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.view.ControlPlaneView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two primaries in two networks in ambient mode, as the Sail operator installs them: a mesh in files, asked as a whole. */
class InstalledTwoNetworksTest {
    private static final Path MESH = Path.of("src/test/resources/meshes/ambient-two-networks");
    private static final MeshRouter ROUTER =
            MeshRouter.of(MeshSnapshot.read(MESH).orThrow());
    private static final String SHOP = "cluster.local/ns/shop/sa/web";
    private static final String ACROSS =
            "CLIENT_ZTUNNEL -> EAST_WEST_GATEWAY:double HBONE:" + SHOP + " -> SERVER_ZTUNNEL:HBONE:" + SHOP;
    private static final String NEAR = "CLIENT_ZTUNNEL -> SERVER_ZTUNNEL:HBONE:" + SHOP;

    private static Decision call(String host, String cluster, Conditions conditions) {
        return ROUTER.decide(Call.get("http://" + host + "/").from("web", "shop", cluster), conditions);
    }

    @Nested
    class Calls {
        @ParameterizedTest
        @ValueSource(strings = {"c1", "c2"})
        void goToBothNetworksByTheNumberOfPods(String cluster) {
            Decision decision = call("orders.shop", cluster, Conditions.healthy());

            assertThat(decision.isForwarded()).isTrue();
            assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.of(2, 5));
            assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.of(3, 5));
            assertThat(hops(decision).split(" \\| ")).containsExactlyInAnyOrder(NEAR, ACROSS);
        }

        @Test
        void stayWhereAServiceIsNotGlobal() {
            Decision decision = call("local.shop", "c1", Conditions.healthy());

            assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.ONE);
            assertThat(hops(decision)).isEqualTo(NEAR);
        }

        @Test
        void goToTheOnlyNetworkThatHasPods() {
            assertThat(hops(call("only-there.shop", "c1", Conditions.healthy())))
                    .isEqualTo(ACROSS);
        }
    }

    /** Section 5.7: a network that is not reached keeps its share, as ztunnel knows no health of it. */
    @Nested
    class WhenTheGatewayOfTheOtherNetworkIsDown {
        private static final Conditions DOWN = Conditions.gatewaysDown("network2");

        @Test
        void itsShareIsLost() {
            Decision decision = call("orders.shop", "c1", DOWN);

            assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.of(2, 5));
            assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.ZERO);
            assertThat(decision.outcomes()).anySatisfy(outcome -> {
                assertThat(outcome.reason()).isEqualTo(Reason.UPSTREAM_CONNECT_FAILED);
                assertThat(outcome.share()).isEqualTo(Share.of(3, 5));
            });
        }

        @Test
        void callersInThatNetworkDoNotNotice() {
            assertThat(call("orders.shop", "c2", DOWN).isForwarded()).isTrue();
        }

        @Test
        void whatIsOnlyThereIsLostAsAWhole() {
            assertThat(call("only-there.shop", "c1", DOWN).isRefused()).isTrue();
        }
    }

    /** The facts of the installation, as the operator's charts render it. */
    @ParameterizedTest
    @ValueSource(strings = {"c1", "c2"})
    void theControlPlaneIsConfiguredAsTheChartsRenderIt(String cluster) throws IOException {
        Path facts = Path.of(System.getProperty("eastwest.shared", ""), "install/ambient-two-networks/facts.yaml");
        assumeTrue(Files.exists(facts), "set eastwest.shared to the folder that holds install");
        JsonNode root = new YAMLMapper().readTree(Files.readString(facts));
        JsonNode objects = of(root.path("clusters"), "name", cluster).path("objects");
        JsonNode mesh = named(objects, "ConfigMap", "istio").at("/facts/mesh");
        JsonNode global = named(objects, "ConfigMap", "istio-sidecar-injector").at("/facts/global");
        ControlPlaneView view = ROUTER.view(cluster);

        assertThat(view.rootNamespace()).isEqualTo(mesh.path("rootNamespace").asText());
        assertThat(view.trustDomain(cluster)).isEqualTo(mesh.path("trustDomain").asText());
        assertThat(view.clusters().get(0).network())
                .isEqualTo(global.path("network").asText());
        assertThat(view.ambient().enabled()).isTrue();
        assertThat(view.ambient().multiNetwork())
                .isEqualTo(named(objects, "Deployment", "istiod")
                        .at("/facts/env/AMBIENT_ENABLE_MULTI_NETWORK")
                        .asBoolean());
        JsonNode scope = mesh.path("serviceScopeConfigs").path(0);
        JsonNode label = scope.at("/servicesSelector/matchExpressions/0");
        assertThat(view.ambient().scopes())
                .hasSize(mesh.path("serviceScopeConfigs").size())
                .first()
                .satisfies(each -> {
                    assertThat(each.scope())
                            .map(Enum::name)
                            .hasValue(scope.path("scope").asText());
                    assertThat(each.servicesSelector()).hasValueSatisfying(selector -> {
                        String key = label.path("key").asText();
                        String value = label.at("/values/0").asText();
                        assertThat(selector.matches(Map.of(key, value))).isTrue();
                        assertThat(selector.matches(Map.of(key, "false"))).isFalse();
                    });
                });
    }

    private static JsonNode named(JsonNode objects, String kind, String name) {
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals(kind)
                    && object.path("name").asText().equals(name)) {
                return object;
            }
        }
        throw new AssertionError("no " + kind + " " + name);
    }

    private static JsonNode of(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no " + value);
    }
}
