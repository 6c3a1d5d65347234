package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodStatus;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.ServiceSpec;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand services with ten endpoints each, half of them in a second cluster. */
class LargeMeshTest {
    private static final int SERVICES = 5_000;
    private static final int PODS = 10;

    private static List<MeshResource> cluster(int number) {
        List<MeshResource> resources = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            String name = "s" + number + "-" + i;
            String namespace = "ns" + i % 50;
            resources.add(KubernetesService.builder()
                    .metadata(ObjectMeta.of(namespace, name))
                    .spec(ServiceSpec.builder()
                            .putSelector("app", name)
                            .addPort(ServicePort.builder().name("http").port(80).build())
                            .build())
                    .build());
            for (int p = 0; p < PODS; p++) {
                int id = i * PODS + p;
                resources.add(Pod.builder()
                        .metadata(ObjectMeta.builder()
                                .namespace(namespace)
                                .name(name + "-" + p)
                                .putLabel("app", name)
                                .build())
                        .status(PodStatus.builder()
                                .podIP("10." + number + "." + id / 250 + "." + id % 250)
                                .build())
                        .build());
            }
        }
        return resources;
    }

    @Test
    void endpointsOfOneWorkloadShareTheirLabels() {
        MeshSnapshot snapshot = MeshSnapshot.builder(MeshTopology.builder()
                        .metadata(ObjectMeta.of("large"))
                        .spec(MeshTopologySpec.builder()
                                .addCluster(ClusterTopology.of("c1"))
                                .addCluster(ClusterTopology.of("c2"))
                                .build())
                        .build())
                .addAll("c1", cluster(1))
                .addAll("c2", cluster(2))
                .build();
        ControlPlaneView view = MeshViews.of(snapshot).view("c1");

        int endpoints = 0;
        for (MeshService service : view.services()) {
            List<ServiceEndpoint> of = view.endpoints(service);
            endpoints += of.size();
            assertThat(of)
                    .allSatisfy(endpoint ->
                            assertThat(endpoint.labels()).isSameAs(of.get(0).labels()));
        }

        assertThat(view.services()).hasSize(2 * SERVICES);
        assertThat(endpoints).isEqualTo(2 * SERVICES * PODS);
    }
}
