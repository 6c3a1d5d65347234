package io.eastwest.routing;

import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;

/** Whether a pod is meant by the name of a workload. */
final class WorkloadNames {
    private static final List<String> LABELS =
            List.of("app", "app.kubernetes.io/name", "service.istio.io/canonical-name");

    private WorkloadNames() {}

    static boolean names(String workload, WorkloadInstance pod) {
        return pod.name().equals(workload)
                || LABELS.stream()
                        .anyMatch(label -> workload.equals(pod.labels().get(label)))
                || pod.name().startsWith(workload + "-");
    }

    static String id(WorkloadInstance pod) {
        return pod.cluster() + "/" + pod.namespace() + "/" + pod.name();
    }
}
