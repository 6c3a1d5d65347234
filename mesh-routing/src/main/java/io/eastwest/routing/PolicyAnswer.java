package io.eastwest.routing;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.outlier.OutlierState;
import io.eastwest.routing.scope.MergedDestinationRule;
import java.util.List;
import java.util.Optional;

/**
 * The policy that a proxy has in effect for calls to a host, port and subset, made by the code that makes its clusters. Immutable.
 *
 * @param proxy the proxy, {@code <cluster>/<namespace>/<pod>}
 * @param policy the cluster as the proxy receives it, typed, and what a DestinationRule says for it
 * @param settings every setting with its value and where that comes from, in the order of the fields of a traffic policy
 */
public record PolicyAnswer(String proxy, ClusterPolicy policy, List<PolicySetting<?>> settings) {
    /**
     * Copies the list.
     *
     * @param proxy the proxy
     * @param policy the cluster
     * @param settings its settings
     */
    public PolicyAnswer {
        settings = List.copyOf(settings);
    }

    /** {@return the cluster as the proxy receives it} */
    public Cluster cluster() {
        return policy.cluster();
    }

    /** {@return the DestinationRules that are merged for the host, the one that counts first; empty: there is none} */
    public List<ResourceKey> rules() {
        return policy.target().rule().map(MergedDestinationRule::resources).orElse(List.of());
    }

    /**
     * A setting.
     *
     * @param name its name, as {@link PolicySetting#name()}
     * @return the setting; empty: this cluster has none of that name
     */
    public Optional<PolicySetting<?>> setting(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .<PolicySetting<?>>map(setting -> setting)
                .findFirst();
    }

    /**
     * The outlier detection of the proxy for this cluster when nothing has happened yet. Feed it with results, and ask a router
     * about {@link #ejections} of what comes of it.
     *
     * @return the state; empty: the cluster has no outlier detection
     */
    public Optional<OutlierState> outlierState() {
        List<String> hosts = cluster().assignment().stream()
                .flatMap(group -> group.endpoints().stream())
                .map(LbEndpoint::address)
                .distinct()
                .toList();
        return cluster().outlierDetection().map(settings -> OutlierState.of(settings, hosts));
    }

    /**
     * What the outlier detection of the proxy has ejected from this cluster, as conditions.
     *
     * @param state a state that follows from {@link #outlierState()}
     * @return the hosts that are ejected now
     */
    public Conditions ejections(OutlierState state) {
        Conditions all = Conditions.healthy();
        for (String address : state.ejected()) {
            all = all.and(Conditions.hostEjected(proxy, cluster().name(), address));
        }
        return all;
    }

    /** {@return the policy for people: one setting a line} */
    public String toText() {
        StringBuilder text = new StringBuilder(cluster().name() + " of " + proxy + "\n");
        text.append("  rules ").append(rules().isEmpty() ? "none" : rules()).append('\n');
        settings.forEach(setting -> text.append("  ").append(setting).append('\n'));
        return text.toString();
    }
}
