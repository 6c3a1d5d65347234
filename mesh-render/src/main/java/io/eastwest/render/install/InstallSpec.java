package io.eastwest.render.install;

import io.eastwest.model.topology.MeshTopology;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.render.style.RenderValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * All that an installation is made from: the clusters, and the material that only its owner has. Its text shows no key and
 * no token. Not meant to be implemented by users.
 */
@RenderValue
@Value.Immutable
public interface InstallSpec {
    /** {@return the clusters and how Istio is installed in each} */
    MeshTopology topology();

    /** {@return the cacerts of clusters that run an istiod, one each; a cluster without gets none, which is a finding} */
    List<CaBundle> authorities();

    /** {@return how clusters are read by the istiod of others, one each; for a cluster without a template is made} */
    List<RemoteCredential> credentials();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default InstallSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * An installation without given material.
     *
     * @param topology the clusters
     * @return the specification
     */
    static InstallSpec of(MeshTopology topology) {
        return builder().topology(topology).build();
    }

    /** {@return an empty builder} */
    static InstallSpecBuilder builder() {
        return new InstallSpecBuilder();
    }
}
