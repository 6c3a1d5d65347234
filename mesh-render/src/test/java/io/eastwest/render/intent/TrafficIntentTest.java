package io.eastwest.render.intent;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.intent.IntentMeshes.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.mesh.MeshServiceSettings;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrafficIntentTest {
    private static final MeshSnapshot MESH = IntentMeshes.twoPrimaries();

    private static Decision get(IntentManifests manifests, String host, String cluster, Conditions conditions) {
        return MeshRouter.of(manifests.tree().snapshot())
                .decide(Call.get("http://" + host + ":8080/").from("frontend", "shop", cluster), conditions);
    }

    private static IntentManifests of(TrafficIntent... intents) {
        return IntentManifests.of(MESH, List.of(intents));
    }

    private static Conditions backendDown(String cluster) {
        return Conditions.podDown(cluster + "/shop/backend-1").and(Conditions.podDown(cluster + "/shop/backend-2"));
    }

    private static Map<String, Integer> percents(String one, int first, String other, int second) {
        Map<String, Integer> percents = new LinkedHashMap<>();
        percents.put(one, first);
        percents.put(other, second);
        return percents;
    }

    @Nested
    class PreferringLocal {
        private final IntentManifests manifests = of(PreferLocal.region(BACKEND).failingOver("region1", "region2"));

        @Test
        void isWrittenOnEveryPrimary() {
            String yaml = ManifestWriter.toYaml(
                    manifests.resources().getOrDefault("c1", List.of()).get(0));

            assertThat(manifests.resources()).containsOnlyKeys("c1", "c2");
            assertThat(manifests.resources().get("c2"))
                    .isEqualTo(manifests.resources().get("c1"));
            assertThat(yaml).isEqualTo("""
                            apiVersion: networking.istio.io/v1
                            kind: DestinationRule
                            metadata:
                              name: backend-prefer-local
                              namespace: shop
                            spec:
                              host: backend.shop.svc.cluster.local
                              trafficPolicy:
                                loadBalancer:
                                  localityLbSetting:
                                    failover:
                                    - from: region1
                                      to: region2
                                    enabled: true
                                outlierDetection:
                                  consecutive5xxErrors: 5
                                  interval: "10s"
                                  baseEjectionTime: "30s"
                                  maxEjectionPercent: 100
                              exportTo:
                              - "*"
                            """);
        }

        @Test
        void staysAtHomeAndFailsOver() {
            assertThat(get(manifests, BACKEND, "c1", Conditions.healthy()).shareOfCluster("c1"))
                    .isEqualTo(Share.ONE);
            assertThat(get(manifests, BACKEND, "c1", backendDown("c1")).shareOfCluster("c2"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void countsClustersWhereWanted() {
            IntentManifests byCluster = of(PreferLocal.cluster(BACKEND));

            assertThat(get(byCluster, BACKEND, "c2", Conditions.healthy()).shareOfCluster("c2"))
                    .isEqualTo(Share.ONE);
            assertThat(get(byCluster, BACKEND, "c2", backendDown("c2")).shareOfCluster("c1"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void refusesRegionsWhereClustersCount() {
            assertThatThrownBy(() -> PreferLocal.cluster(BACKEND).failingOver("region1", "region2"))
                    .hasMessage("failover from region to region goes with regions, not with clusters");
        }
    }

    @Nested
    class Partitioning {
        @Test
        void holdsEveryCallerInTheClusterNamedEvenWhenItFails() {
            IntentManifests manifests = of(PartitionBySource.own(BACKEND, "c1", "c2"));

            assertThat(manifests.resources()).containsOnlyKeys("c1", "c2");
            for (String cluster : List.of("c1", "c2")) {
                assertThat(get(manifests, BACKEND, cluster, Conditions.healthy())
                                .shareOfCluster(cluster))
                        .isEqualTo(Share.ONE);
                assertThat(get(manifests, BACKEND, cluster, backendDown(cluster))
                                .isForwarded())
                        .isFalse();
            }
        }

        @Test
        void holdsTcpToo() {
            Map<String, String> crossed = new TreeMap<>();
            crossed.put("c1", "c2");
            MeshRouter router =
                    MeshRouter.of(of(new PartitionBySource(BACKEND, crossed)).snapshot());

            assertThat(router.decide(Call.tcp(BACKEND, 9000).from("frontend", "shop", "c1"))
                            .shareOfCluster("c2"))
                    .isEqualTo(Share.ONE);
            assertThat(router.decide(Call.tcp(BACKEND, 9000).from("frontend", "shop", "c2"))
                            .shareOfCluster("c2"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void refusesAPortOfTlsWhereIstioReadsNoTcpRules() {
            IntentManifests tcp = of(PartitionBySource.own(BACKEND, "c1"));
            MeshSnapshot withTcpRules = named(named(tcp.snapshot(), "c1"), "c2");

            assertThat(elsewhere(tcp.snapshot()))
                    .as("tcp rules hold the callers of c1 on a port of protocol TCP, even when it fails")
                    .isEqualTo(Share.ZERO);
            assertThat(elsewhere(withTcpRules))
                    .as("the same rules do nothing on a port of protocol TLS")
                    .isEqualTo(Share.ONE);
            assertThatThrownBy(() ->
                            IntentManifests.of(named(MESH, "c1"), List.of(PartitionBySource.own(BACKEND, "c1", "c2"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "port 9000 of backend.shop.svc.cluster.local carries TLS of its applications, which is routed"
                                    + " by server name alone; take it out of the service or name its protocol tcp");
        }

        private static Share elsewhere(MeshSnapshot mesh) {
            return MeshRouter.of(mesh)
                    .decide(Call.tcp(BACKEND, 9000).from("frontend", "shop", "c1"), backendDown("c1"))
                    .shareOfCluster("c2");
        }

        /** Makes the port 9000 one of TLS. */
        private static MeshSnapshot named(MeshSnapshot mesh, String cluster) {
            KubernetesService backend = mesh.resources(cluster, KubernetesService.class).stream()
                    .filter(service -> service.metadata().name().equals("backend"))
                    .findFirst()
                    .orElseThrow();
            List<ServicePort> ports = backend.spec().ports().stream()
                    .map(port ->
                            port.port() == 9000 ? port.toBuilder().name("tls").build() : port)
                    .toList();
            KubernetesService changed = backend.toBuilder()
                    .spec(backend.spec().toBuilder().ports(ports).build())
                    .build();
            return mesh.toBuilder().put(cluster, changed).build();
        }

        @Test
        void refusesClustersThatAreNotThere() {
            assertThatThrownBy(() -> of(PartitionBySource.own(BACKEND, "c3")))
                    .hasMessage("callers of \"c3\" to \"c3\" but the clusters of the mesh are [c1, c2]");
        }
    }

    @Nested
    class KeepingLocal {
        @Test
        void keepsAllButTheExceptions() {
            IntentManifests manifests = of(KeepLocal.except("*.common.svc.cluster.local"));

            assertThat(get(manifests, BACKEND, "c1", Conditions.healthy()).shareOfCluster("c1"))
                    .isEqualTo(Share.ONE);
            assertThat(get(manifests, CATALOG, "c1", Conditions.healthy()).shareOfCluster("c2"))
                    .isEqualTo(Share.of(1, 2));
        }

        @Test
        void keepsWhatTheMeshConfigurationSays() {
            ConfigMap map = (ConfigMap) of(KeepLocal.except(CATALOG))
                    .resources()
                    .getOrDefault("c2", List.of())
                    .get(0);

            assertThat(map.data()).containsEntry("mesh", """
                            # written by hand
                            rootNamespace: istio-system
                            trustDomain: cluster.local
                            serviceSettings:
                            - settings:
                                clusterLocal: true
                              hosts:
                              - "*"
                            - settings:
                                clusterLocal: false
                              hosts:
                              - "catalog.common.svc.cluster.local"
                            """);
        }

        @Test
        void isWrittenInTheValuesOfTheOperatorWhereItInstalls() {
            MeshSnapshot installed = InstallPlan.of(
                            InstallSpecs.multiPrimary(ClusterPlatform.kubernetes, "network1", "network2"))
                    .tree()
                    .snapshot();
            MeshSnapshot kept = IntentManifests.of(installed, List.of(KeepLocal.except(CATALOG)))
                    .tree()
                    .snapshot();

            for (String cluster : List.of("c1", "c2")) {
                assertThat(MeshRouter.of(installed).view(cluster).meshConfig().serviceSettings())
                        .isEmpty();
                assertThat(MeshRouter.of(kept).view(cluster).meshConfig().serviceSettings())
                        .containsExactly(
                                MeshServiceSettings.clusterLocal(true, "*"),
                                MeshServiceSettings.clusterLocal(false, CATALOG));
            }
        }

        @Test
        void refusesSettingsThatItWouldHaveToMerge() {
            MeshSnapshot kept = of(KeepLocal.except(CATALOG)).snapshot();

            assertThatThrownBy(() -> IntentManifests.of(kept, List.of(KeepLocal.except())))
                    .hasMessage(
                            "ConfigMap \"istio\" of cluster \"c1\" cannot take serviceSettings: it must be one block"
                                    + " mapping without any; remove them");
        }
    }

    @Nested
    class Distributing {
        @Test
        void splitsByPercent() {
            IntentManifests manifests =
                    of(DistributeByPercent.of(BACKEND, "region1/*", percents("region1/*", 80, "region2/zone1", 20)));

            assertThat(get(manifests, BACKEND, "c1", Conditions.healthy()).shareOfCluster("c2"))
                    .isEqualTo(Share.of(1, 5));
        }

        @Test
        void refusesOtherSumsThan100() {
            assertThatThrownBy(() -> DistributeByPercent.of(BACKEND, "region1/*", percents("a", 80, "b", 10)))
                    .hasMessage("percents from region1/* must be positive and sum to 100 but were {a=80, b=10}");
        }

        @Test
        void excludesFailoverOfTheSameHost() {
            assertThatThrownBy(() -> of(
                            PreferLocal.region(BACKEND),
                            DistributeByPercent.of(BACKEND, "region1/*", percents("a", 80, "b", 20))))
                    .hasMessageStartingWith("intents exclude each other, leave one of them out: ");
        }
    }

    @Test
    void onlyThePrimaryIsToldWhereItServesTheOther() {
        MeshSnapshot mesh = IntentMeshes.primaryAndRemote();

        assertThat(PreferLocal.region(BACKEND).manifests(mesh)).containsOnlyKeys("c1");
        assertThat(PartitionBySource.own(BACKEND, "c1", "c2").manifests(mesh)).containsOnlyKeys("c1");
        assertThat(KeepLocal.except().manifests(mesh)).containsOnlyKeys("c1");
    }

    @Test
    void namespaceIsAddedWhereTheControlPlaneHasNone() {
        MeshSnapshot mesh =
                MESH.toBuilder().remove("c2", Namespace.of("shop").key()).build();

        assertThat(PreferLocal.region(BACKEND).manifests(mesh).get("c2"))
                .hasSize(2)
                .first()
                .isEqualTo(Namespace.of("shop"));
        assertThat(PreferLocal.region(BACKEND).manifests(mesh).get("c1")).hasSize(1);
    }

    @Test
    void hostThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> of(PreferLocal.region("other.shop.svc.cluster.local")))
                .hasMessage("no control plane of the mesh knows host \"other.shop.svc.cluster.local\"");
    }
}
