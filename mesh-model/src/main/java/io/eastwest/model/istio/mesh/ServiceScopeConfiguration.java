package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The services of ambient mode that have a scope.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ServiceScopeConfigs. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceScopeConfigurationBuilder.ImmutableServiceScopeConfiguration.class)
@JsonDeserialize(as = ServiceScopeConfigurationBuilder.ImmutableServiceScopeConfiguration.class)
public interface ServiceScopeConfiguration {
    /** {@return the namespaces; empty: all} */
    Optional<LabelSelector> namespaceSelector();

    /** {@return the services; empty: all} */
    Optional<LabelSelector> servicesSelector();

    /** {@return the scope; empty: {@code LOCAL}} */
    Optional<ServiceScope> scope();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceScopeConfigurationBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ServiceScopeConfiguration empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ServiceScopeConfigurationBuilder builder() {
        return new ServiceScopeConfigurationBuilder();
    }
}
