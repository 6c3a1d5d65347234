package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.integerOrText;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

/** Deployment, StatefulSet and DaemonSet. Mirrors kubernetes v1.35.3 {@code pkg/apis/apps/validation/validation.go}. */
final class WorkloadShapes {
    private static final Shape STEP = integerOrText().check(RolloutRules::checkStep);
    private static final Shape COUNT = integer().atLeast(0);

    private static final Shape ROLLOUT =
            object().field("maxUnavailable", STEP).field("maxSurge", STEP).field("partition", COUNT);

    static final Shape DEPLOYMENT = of(workload()
            .field("replicas", COUNT)
            .field("progressDeadlineSeconds", COUNT.standard(600))
            .field(
                    "strategy",
                    object().field(
                                    "type",
                                    text().in("Recreate", "RollingUpdate").standard("RollingUpdate"))
                            .field("rollingUpdate", ROLLOUT)
                            .check(RolloutRules::checkDeployment))
            .check(RolloutRules::checkDeadline));

    static final Shape STATEFUL_SET = of(workload()
            .field("replicas", COUNT)
            .field("serviceName", KubernetesForms.OPTIONAL_LABEL)
            .field("podManagementPolicy", text().in("OrderedReady", "Parallel"))
            .field("updateStrategy", strategy().check(RolloutRules::checkStatefulSet)));

    static final Shape DAEMON_SET =
            of(workload().field("updateStrategy", strategy().check(RolloutRules::checkDaemonSet)));

    private WorkloadShapes() {}

    private static Shape of(Shape spec) {
        return object().require("spec").field("spec", spec);
    }

    private static Shape workload() {
        return object().require("selector", "template")
                .field("selector", SelectorRules.SELECTOR)
                .field("template", PodShapes.TEMPLATE)
                .field("minReadySeconds", COUNT)
                .field("revisionHistoryLimit", COUNT)
                .check(SelectorRules::checkTemplate);
    }

    private static Shape strategy() {
        return object().field("type", text().in("OnDelete", "RollingUpdate").standard("RollingUpdate"))
                .field("rollingUpdate", ROLLOUT);
    }
}
