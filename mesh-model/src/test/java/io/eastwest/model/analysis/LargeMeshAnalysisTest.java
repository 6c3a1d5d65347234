package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarSpec;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Meshes of ten thousand objects of each kind, which a comparison of each with each would not survive. */
class LargeMeshAnalysisTest {
    private static final int MANY = 10_000;

    private static MeshSnapshotBuilder mesh() {
        MeshTopologySpec topology = MeshTopologySpec.builder()
                .addCluster(ClusterTopology.of("east"))
                .build();
        return MeshSnapshot.builder(MeshTopology.of("large", topology));
    }

    private static long count(List<Issue> issues, IssueCode code) {
        return issues.stream().filter(issue -> issue.code() == code).count();
    }

    @Test
    void ofDistinctHostsHaveOneFindingPerMistake() {
        MeshSnapshotBuilder mesh = mesh();
        for (int i = 0; i < MANY; i++) {
            String name = "s" + i;
            mesh.add(
                    "east",
                    KubernetesService.builder()
                            .metadata(ObjectMeta.of("shop", name))
                            .spec(ServiceSpec.builder()
                                    .putSelector("app", name)
                                    .addPort(ServicePort.builder()
                                            .name("http")
                                            .port(80)
                                            .build())
                                    .build())
                            .build(),
                    Pod.builder()
                            .metadata(ObjectMeta.builder()
                                    .namespace("shop")
                                    .name(name)
                                    .putLabel("app", name)
                                    .build())
                            .build(),
                    VirtualService.of(
                            "shop",
                            name,
                            VirtualServiceSpec.builder()
                                    .addHost(name)
                                    .addGateways("mesh", "web")
                                    .addExportTo(i % 2 == 0 ? "." : "*")
                                    .addHttp(IstioHttpRoute.to(Destination.subset(name, i == 7 ? "v2" : "v1")))
                                    .build()),
                    DestinationRule.of(
                            "shop", name, DestinationRuleSpec.host(name, Subset.of("v1", "app", i == 9 ? "no" : name))),
                    Sidecar.of(
                            "shop",
                            name,
                            SidecarSpec.builder()
                                    .workloadSelector(WorkloadSelector.of("app", name))
                                    .build()));
        }
        mesh.add("east", gateway("web", "s8"));

        List<Issue> issues = MeshAnalysis.check(mesh.build());

        assertThat(count(issues, IssueCode.SUBSET_UNKNOWN)).isEqualTo(1);
        assertThat(count(issues, IssueCode.SUBSET_SELECTS_NOTHING)).isEqualTo(1);
        assertThat(count(issues, IssueCode.HOST_NOT_IN_GATEWAY)).isEqualTo(MANY - 1);
        assertThat(count(issues, IssueCode.MESH_HOST_CONFLICT)).isZero();
        assertThat(count(issues, IssueCode.SIDECAR_SELECTORS_OVERLAP)).isZero();
    }

    @Test
    void ofOneHostNameAFewOthersEach() {
        MeshSnapshotBuilder mesh = mesh();
        for (int i = 0; i < MANY; i++) {
            mesh.add(
                    "east",
                    VirtualService.of(
                            "shop",
                            "v" + i,
                            VirtualServiceSpec.forHost("web", IstioHttpRoute.to(Destination.host("web")))),
                    gateway("g" + i, "a.com"));
        }

        List<Issue> issues = MeshAnalysis.check(mesh.build());

        assertThat(count(issues, IssueCode.MESH_HOST_CONFLICT)).isEqualTo(MANY);
        assertThat(count(issues, IssueCode.GATEWAYS_CONFLICT)).isEqualTo(MANY);
        assertThat(issues)
                .filteredOn(issue -> issue.code() == IssueCode.GATEWAYS_CONFLICT)
                .allMatch(issue -> issue.message().contains(" and 9994 more]"));
    }

    private static IstioGateway gateway(String name, String host) {
        return IstioGateway.of(
                "shop",
                name,
                IstioGatewaySpec.builder()
                        .putSelector("istio", "ingress")
                        .addServer(Server.builder()
                                .port(ServerPort.of(80, "HTTP", "http"))
                                .addHost(host)
                                .build())
                        .build());
    }
}
