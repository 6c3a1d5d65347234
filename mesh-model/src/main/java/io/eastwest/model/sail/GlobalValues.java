package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Helm values {@code global}: mesh, network and cluster that a control plane belongs to, and how it is installed. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GlobalValuesBuilder.ImmutableGlobalValues.class)
@JsonDeserialize(as = GlobalValuesBuilder.ImmutableGlobalValues.class)
public interface GlobalValues {
    /** {@return identity of the mesh; empty: the trust domain} */
    Optional<String> meshID();

    /** {@return network of the cluster; empty: the one flat network} */
    Optional<String> network();

    /** {@return place of the cluster in the mesh} */
    Optional<MultiClusterValues> multiCluster();

    /** {@return networks of the mesh by name} */
    Map<String, MeshNetwork> meshNetworks();

    /** {@return address of the control plane that serves this cluster; empty: its own} */
    Optional<String> remotePilotAddress();

    /** {@return address of the certificate authority; empty: the control plane} */
    Optional<String> caAddress();

    /** {@return name of the certificate authority; empty: Istio's own} */
    Optional<String> caName();

    /** {@return image registry} */
    Optional<String> hub();

    /** {@return image tag} */
    Optional<String> tag();

    /** {@return image variant; empty: the default one} */
    Optional<String> variant();

    /** {@return platform, for example {@code openshift}} */
    Optional<String> platform();

    /** {@return who signs the certificate of the control plane; empty: {@code istiod}} */
    Optional<String> pilotCertProvider();

    /** {@return name of the ConfigMap with the root certificates; empty: {@code istio-ca-root-cert}} */
    Optional<String> trustBundleName();

    /** {@return namespace of the control plane; the operator demands that it equals that of the resource} */
    Optional<String> istioNamespace();

    /** {@return revision of the control plane} */
    Optional<String> revision();

    /** {@return whether the control plane serves clusters from outside; empty: no} */
    Optional<Boolean> externalIstiod();

    /** {@return whether this remote cluster holds the configuration; empty: no} */
    Optional<Boolean> configCluster();

    /** {@return whether the templates for injection are left out; empty: no} */
    Optional<Boolean> omitSidecarInjectorConfigMap();

    /** {@return whether webhooks are managed by an operator; empty: no} */
    Optional<Boolean> operatorManageWebhooks();

    /** {@return whether traffic is redirected with nftables; empty: no} */
    Optional<Boolean> nativeNftables();

    /** {@return whether sidecars mount certificates; empty: no} */
    Optional<Boolean> mountMtlsCerts();

    /** {@return which resources the charts install; empty: all} */
    Optional<ResourceScope> resourceScope();

    /** {@return sidecars} */
    Optional<ProxyValues> proxy();

    /** {@return waypoint proxies} */
    Optional<WaypointValues> waypoint();

    /** {@return whether network policies are installed} */
    Optional<EnabledValue> networkPolicy();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default GlobalValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the place of a cluster in a mesh}
     *
     * @param meshId identifier of the mesh
     * @param network network of the cluster
     * @param clusterName name of the cluster
     */
    static GlobalValues of(String meshId, String network, String clusterName) {
        MultiClusterValues cluster =
                MultiClusterValues.builder().clusterName(clusterName).build();
        return builder().meshID(meshId).network(network).multiCluster(cluster).build();
    }

    /** {@return a builder in which nothing is set} */
    static GlobalValuesBuilder builder() {
        return new GlobalValuesBuilder();
    }
}
