package io.eastwest.model.istio.mesh;

import io.eastwest.model.kubernetes.LabelSelector;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link MeshConfig} that decides what the control plane looks at and shares between clusters.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshDiscoverySettings {
    /** {@return the namespace whose policies apply to the whole mesh; empty: {@code istio-system}} */
    Optional<String> rootNamespace();

    /** {@return the namespaces that the control plane looks at, any of them; empty: all} */
    List<LabelSelector> discoverySelectors();

    /** {@return the settings of services by host, the first match wins} */
    List<MeshServiceSettings> serviceSettings();

    /**
     * {@return the services that ambient mode shares between clusters, the first match wins; empty: services
     * labelled {@code istio.io/global: true} are shared}
     */
    List<ServiceScopeConfiguration> serviceScopeConfigs();

    /** {@return the sources of configuration; empty: the API server} */
    List<ConfigurationSource> configSources();
}
