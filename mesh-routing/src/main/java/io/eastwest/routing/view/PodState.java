package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.ConditionStatus;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.ContainerPort;
import io.eastwest.model.kubernetes.IntOrString;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodPhase;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.kubernetes.TransportProtocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What Kubernetes reads out of a pod. */
final class PodState {
    private static final String ALWAYS = "Always";

    private PodState() {}

    /** {@return whether it has ended} */
    static boolean isTerminal(Pod pod) {
        return pod.status()
                .flatMap(status -> status.phase())
                .filter(phase -> phase == PodPhase.Failed || phase == PodPhase.Succeeded)
                .isPresent();
    }

    /** {@return whether it is ready; a pod without the condition is} */
    static boolean isReady(Pod pod) {
        return pod.condition("Ready")
                .map(condition -> condition.status() == ConditionStatus.True)
                .orElse(true);
    }

    static boolean isTerminating(Pod pod) {
        return pod.metadata().deletionTimestamp().isPresent();
    }

    /** {@return name of its service account, {@code default} unless it says} */
    static String serviceAccount(Pod pod) {
        return pod.spec().serviceAccountName().filter(name -> !name.isEmpty()).orElse("default");
    }

    /** {@return all containers that run beside each other: the ordinary ones, then sidecars among the init containers} */
    static List<Container> containers(Pod pod) {
        return Stream.concat(
                        pod.spec().containers().stream(),
                        pod.spec().initContainers().stream()
                                .filter(container -> container
                                        .restartPolicy()
                                        .filter(ALWAYS::equals)
                                        .isPresent()))
                .toList();
    }

    /** {@return numbers of the named TCP ports; the first of a name counts} */
    static Map<String, Integer> namedPorts(Pod pod) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Container container : containers(pod)) {
            for (ContainerPort port : container.ports()) {
                if (port.name().isPresent() && protocol(port.protocol()) == TransportProtocol.TCP) {
                    ports.putIfAbsent(port.name().get(), port.containerPort());
                }
            }
        }
        return ports.isEmpty() ? Collections.emptyMap() : ports;
    }

    /**
     * The container port of a service port. Mirrors Kubernetes {@code pkg/api/v1/pod/util.go:FindPort}.
     *
     * @param pod the pod
     * @param port the service port
     * @return its number; empty: the pod has no port of that name
     */
    static OptionalInt findPort(Pod pod, ServicePort port) {
        Optional<IntOrString> target = port.targetPort();
        if (target.isEmpty() || isZero(target.get())) {
            return OptionalInt.of(port.port());
        }
        return target.get()
                .match(number -> OptionalInt.of(number.value()), name -> findPort(pod, name.value(), port.protocol()));
    }

    private static OptionalInt findPort(Pod pod, String name, Optional<TransportProtocol> protocol) {
        for (Container container : containers(pod)) {
            for (ContainerPort port : container.ports()) {
                if (port.name().filter(name::equals).isPresent() && protocol(port.protocol()) == protocol(protocol)) {
                    return OptionalInt.of(port.containerPort());
                }
            }
        }
        return OptionalInt.empty();
    }

    /** An API server replaces a target port of 0 or "" by the port itself. */
    static boolean isZero(IntOrString target) {
        return target.match(number -> number.value() == 0, text -> text.value().isEmpty());
    }

    private static TransportProtocol protocol(Optional<TransportProtocol> protocol) {
        return protocol.orElse(TransportProtocol.TCP);
    }
}
