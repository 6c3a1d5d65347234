package io.eastwest.samples.mesh;

import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.ContainerBuilder;
import io.eastwest.model.kubernetes.ContainerPort;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodPhase;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodSpecBuilder;
import io.eastwest.model.kubernetes.PodStatus;
import io.eastwest.model.kubernetes.PodStatusBuilder;
import java.util.Map;

/** Writes down a running pod in few words. */
final class SeedPod {
    private final ObjectMetaBuilder metadata;
    private final PodSpecBuilder spec = PodSpec.builder();
    private final PodStatusBuilder status = PodStatus.builder().phase(PodPhase.Running);
    private final ContainerBuilder container = Container.builder();

    private SeedPod(ObjectMetaBuilder metadata) {
        this.metadata = metadata;
    }

    static SeedPod named(String namespace, String workload, int ordinal) {
        return new SeedPod(ObjectMeta.builder().namespace(namespace).name(workload + "-" + ordinal));
    }

    SeedPod labels(Map<String, String> labels) {
        metadata.putAllLabels(labels);
        return this;
    }

    SeedPod serviceAccount(String name) {
        spec.serviceAccountName(name);
        return this;
    }

    SeedPod node(String name) {
        spec.nodeName(name);
        return this;
    }

    SeedPod address(String ip) {
        status.podIP(ip);
        return this;
    }

    SeedPod container(String name, int port) {
        container.name(name).addPort(ContainerPort.builder().containerPort(port).build());
        return this;
    }

    SeedPod environment(String name, String value) {
        container.addEnv(EnvironmentVariable.builder().name(name).value(value).build());
        return this;
    }

    Pod build() {
        return Pod.builder()
                .metadata(metadata.build())
                .spec(spec.addContainer(container.build()).build())
                .status(status.build())
                .build();
    }
}
