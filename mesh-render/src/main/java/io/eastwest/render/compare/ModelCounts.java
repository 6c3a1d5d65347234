package io.eastwest.render.compare;

import io.eastwest.render.style.RenderValue;
import org.immutables.value.Value;

/** What an installation consists of, counted in its files. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface ModelCounts {
    /** {@return istiods that serve the mesh; one that only serves the gateway of a host is not counted} */
    int controlPlanes();

    /** {@return clusters with workloads whose istiod runs in another cluster} */
    int servedClusters();

    /** {@return gateways between networks, or through which remote clusters reach their control plane} */
    int eastWestGateways();

    /** {@return gateways that let proxies of other clusters through to an istiod} */
    int controlPlaneGateways();

    /** {@return Secrets by which an istiod reads the API server of another cluster} */
    int remoteSecrets();

    /** {@return different roots in the Secrets {@code cacerts}} */
    int roots();

    /** {@return different certificates that sign those of workloads in the Secrets {@code cacerts}} */
    int intermediates();

    /** {@return services that gateways let other networks through to} */
    int exposedServices();

    /** {@return namespaces that the installation makes in all clusters} */
    int namespaces();

    /** {@return files of one resource each that are applied, those that are confidential among them} */
    int files();

    /** {@return an empty builder} */
    static ModelCountsBuilder builder() {
        return new ModelCountsBuilder();
    }
}
