package io.eastwest.routing;

import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.routing.balancing.PanicThreshold;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.destination.Sourced;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.view.TrafficDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists the settings of outlier detection with where each comes from. */
final class EjectionPolicy {
    private static final int ERRORS = 5;
    private static final int PERCENT = 10;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration EJECTION = Duration.ofSeconds(30);

    private final ClusterPolicy policy;
    private final PolicySources sources;
    private final Optional<Sourced<OutlierDetection>> written;
    private final List<PolicySetting<?>> settings = new ArrayList<>();

    private EjectionPolicy(ClusterPolicy policy, PolicySources sources) {
        this.policy = policy;
        this.sources = sources;
        this.written = policy.target().policy().outlierDetection();
    }

    static List<PolicySetting<?>> of(ClusterPolicy policy, PolicySources sources) {
        EjectionPolicy all = new EjectionPolicy(policy, sources);
        Optional<OutlierSettings> sent = policy.cluster().outlierDetection();
        sent.ifPresentOrElse(
                all::add,
                () -> all.settings.add(new PolicySetting<>(
                        "outlierDetection", sent, "off", sources.istiod("there is none of the mesh"))));
        all.addPanic();
        return all.settings;
    }

    private void add(OutlierSettings sent) {
        addCount(
                "consecutive5xxErrors",
                sent.consecutive5xx(),
                sent.enforcingConsecutive5xx().orElse(100) > 0);
        addCount(
                "consecutiveGatewayErrors",
                sent.consecutiveGatewayFailure(),
                sent.enforcingConsecutiveGatewayFailure().orElse(0) > 0);
        boolean split = sent.splitExternalLocalOriginErrors();
        add("splitExternalLocalOriginErrors", split, Boolean.toString(split), split);
        if (split) {
            addCount("consecutiveLocalOriginFailures", sent.consecutiveLocalOriginFailure(), true);
        }
        addTime("interval", sent.interval(), INTERVAL);
        addTime("baseEjectionTime", sent.baseEjectionTime(), EJECTION);
        int percent = sent.maxEjectionPercent().orElse(PERCENT);
        add(
                "maxEjectionPercent",
                percent,
                percent + "%",
                sent.maxEjectionPercent().isPresent());
    }

    private void addCount(String field, OptionalInt sent, boolean enforced) {
        int count = sent.orElse(ERRORS);
        add(field, count, count + (enforced ? "" : ", not enforced"), sent.isPresent());
    }

    private void addTime(String field, Optional<Duration> sent, Duration unless) {
        Duration time = sent.orElse(unless);
        add(field, time, PolicySources.text(time), sent.isPresent());
    }

    private void addPanic() {
        OptionalInt sent = policy.cluster().panicThreshold();
        int percent = sent.orElse(PanicThreshold.ENVOY_DEFAULT);
        boolean near = policy.target().service().trafficDistribution() != TrafficDistribution.ANY;
        boolean said = written.filter(each -> each.value().minHealthPercent().isPresent())
                .isPresent();
        PolicySource unsaid = sent.isEmpty() ? sources.envoy() : sources.istiod("");
        settings.add(new PolicySetting<>(
                "outlierDetection.minHealthPercent",
                percent,
                percent + "%",
                near
                        ? sources.service(policy.target().service().resource())
                        : sources.written(written, "minHealthPercent", said && sent.isPresent())
                                .orElse(unsaid)));
    }

    private <T> void add(String field, T value, String text, boolean said) {
        settings.add(new PolicySetting<>(
                "outlierDetection." + field,
                value,
                text,
                sources.written(written, field, said).orElseGet(sources::envoy)));
    }
}
