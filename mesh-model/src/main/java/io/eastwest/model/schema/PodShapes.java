package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

/**
 * Pods and the templates of pods. Mirrors kubernetes v1.35.3 {@code ValidatePodSpec} for names and ports, which other
 * objects refer to. Templates need containers with images; of running pods a snapshot may hold only what matters.
 */
final class PodShapes {
    private static final String[] RESTARTS = {"Always", "OnFailure", "Never"};

    private static final Shape PORT = object().require("containerPort")
            .field("containerPort", KubernetesForms.PORT)
            .field("hostPort", integer().between(0, 65535))
            .field("protocol", text().in("TCP", "UDP", "SCTP").standard("TCP"))
            .field("name", text().check(PodRules::checkPortName));

    private static final Shape CONTAINER = object().require("name")
            .field("name", KubernetesForms.DNS_LABEL)
            .field("ports", listOf(PORT).check(PodRules::checkPortNames))
            .field("env", listOf(object().require("name").field("name", text().check(PodRules::checkVariable))))
            .field("restartPolicy", text().in(RESTARTS));

    private static final Shape PLANNED = CONTAINER.require("image").field("image", text().size(1, Integer.MAX_VALUE));

    static final Shape POD = object().field("spec", spec(CONTAINER).field("restartPolicy", text().in(RESTARTS)));

    /** The template of a workload whose pods run until they are stopped. */
    static final Shape TEMPLATE = object().require("spec")
            .field("metadata", object().field("labels", KubernetesForms.LABELS))
            .field(
                    "spec",
                    spec(PLANNED)
                            .require("containers")
                            .field("restartPolicy", text().check(PodRules::checkRestart))
                            .check(PodRules::refuseDeadline));

    private PodShapes() {}

    private static Shape spec(Shape container) {
        return object().field("containers", listOf(container).size(1, Integer.MAX_VALUE))
                .field("initContainers", listOf(container))
                .field("serviceAccountName", text().check(PodRules::checkReference))
                .field("nodeName", text().check(PodRules::checkReference))
                .field("hostname", KubernetesForms.OPTIONAL_LABEL)
                .field("subdomain", KubernetesForms.OPTIONAL_LABEL)
                .check(PodRules::checkContainerNames)
                .check(PodRules::checkHostPorts);
    }
}
