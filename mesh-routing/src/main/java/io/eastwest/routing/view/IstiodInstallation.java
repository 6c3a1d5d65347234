package io.eastwest.routing.view;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.PodSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the manifests say of the istiod of a cluster: a Sail {@code Istio}, the Deployment of istiod, or both, in which case the Deployment
 * counts.
 *
 * @param host cluster in which it runs: another where the control plane is external
 * @param visible whether the manifests hold it at all
 * @param namespace its namespace; empty: they do not say
 * @param revision its revision; empty: they do not say
 * @param domain DNS domain of services; empty: they do not say
 * @param environment its environment variables, as far as they are written out
 */
public record IstiodInstallation(
        String host,
        boolean visible,
        Optional<String> namespace,
        Optional<String> revision,
        Optional<String> domain,
        Map<String, String> environment) {
    private static final String ISTIOD = "istiod";
    private static final String DOMAIN_OPTION = "--domain";
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");

    /**
     * Copies the variables.
     *
     * @param host cluster in which it runs
     * @param visible whether the manifests hold it
     * @param namespace its namespace
     * @param revision its revision
     * @param domain DNS domain of services
     * @param environment its environment variables
     */
    public IstiodInstallation {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * {@return an istiod of which the manifests say nothing}
     *
     * @param cluster its cluster
     */
    public static IstiodInstallation unknown(String cluster) {
        return new IstiodInstallation(
                cluster, false, Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptyMap());
    }

    static IstiodInstallation of(MeshSnapshot snapshot, String cluster, Optional<SailInstallation> sail) {
        Optional<Found> deployment = deployment(snapshot, cluster);
        if (sail.isEmpty() && deployment.isEmpty()) {
            return unknown(cluster);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        sail.ifPresent(found -> environment.putAll(found.environment()));
        deployment.ifPresent(found -> environment.putAll(found.environment()));
        return new IstiodInstallation(
                deployment
                        .map(Found::host)
                        .or(() -> sail.map(SailInstallation::host))
                        .orElse(cluster),
                true,
                deployment
                        .map(found -> found.deployment().metadata().namespaceOrDefault())
                        .or(() -> sail.map(SailInstallation::namespace)),
                text(environment, "REVISION").or(() -> sail.map(SailInstallation::revision)),
                deployment.flatMap(Found::domain).or(() -> sail.flatMap(SailInstallation::domain)),
                environment);
    }

    /** A Deployment of istiod. */
    private record Found(String host, Deployment deployment) {
        Map<String, String> environment() {
            Map<String, String> environment = new LinkedHashMap<>();
            for (Container container : containers()) {
                for (EnvironmentVariable variable : container.env()) {
                    variable.value().ifPresent(value -> environment.put(variable.name(), value));
                }
            }
            return environment;
        }

        Optional<String> domain() {
            List<String> arguments = new ArrayList<>();
            for (Container container : containers()) {
                JsonNode written = container.otherFields().get("args");
                if (written != null) {
                    written.forEach(argument -> arguments.add(argument.asText()));
                }
            }
            Optional<String> domain = Optional.empty();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).startsWith(DOMAIN_OPTION + "=")) {
                    domain = Optional.of(arguments.get(i).substring(DOMAIN_OPTION.length() + 1));
                } else if (arguments.get(i).equals(DOMAIN_OPTION) && i + 1 < arguments.size()) {
                    domain = Optional.of(arguments.get(i + 1));
                }
            }
            return domain.filter(name -> !name.isEmpty());
        }

        private List<Container> containers() {
            return deployment.spec().template().spec().orElse(PodSpec.empty()).containers();
        }
    }

    /** {@return the one of the default revision, else the first by name; in the own cluster, else one that says it is for it} */
    private static Optional<Found> deployment(MeshSnapshot snapshot, String cluster) {
        List<Found> all = new ArrayList<>();
        for (String host : snapshot.clusters()) {
            for (Deployment each : snapshot.resources(host, Deployment.class)) {
                Found found = new Found(host, each);
                String name = each.metadata().name();
                if ((name.equals(ISTIOD) || name.startsWith(ISTIOD + "-"))
                        && isFor(snapshot, cluster, host, text(found.environment(), "CLUSTER_ID"))) {
                    all.add(found);
                }
            }
        }
        all.sort((a, b) -> a.deployment()
                .metadata()
                .name()
                .compareTo(b.deployment().metadata().name()));
        return all.stream()
                .filter(found -> found.host().equals(cluster))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** {@return whether an installation is that of a cluster: it names it, or lies there and names no other cluster of the mesh} */
    static boolean isFor(MeshSnapshot snapshot, String cluster, String host, Optional<String> named) {
        return named.filter(snapshot.clusters()::contains).orElse(host).equals(cluster);
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * {@return whether a switch is on}
     *
     * @param variable name of its environment variable
     * @param unless its value where nothing is said
     */
    public boolean is(String variable, boolean unless) {
        String value = environment.get(requireNonNull(variable, "variable"));
        return value == null ? unless : TRUE.contains(value);
    }
}
