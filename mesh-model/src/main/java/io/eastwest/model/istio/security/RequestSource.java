package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Conditions on the caller; all that are set have to hold. Values match exactly, by prefix ({@code a*}), by
 * suffix ({@code *a}) or by presence ({@code *}) unless said otherwise; in each list one has to match, in a
 * list of exclusions none may.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Source. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RequestSourceBuilder.ImmutableRequestSource.class)
@JsonDeserialize(as = RequestSourceBuilder.ImmutableRequestSource.class)
public interface RequestSource {
    /** {@return the identities of the peer certificate as {@code trust-domain/ns/namespace/sa/account}} */
    List<String> principals();

    /** {@return the excluded identities of the peer certificate} */
    List<String> notPrincipals();

    /** {@return the identities of the JWT as {@code issuer/subject}} */
    List<String> requestPrincipals();

    /** {@return the excluded identities of the JWT} */
    List<String> notRequestPrincipals();

    /** {@return the namespaces of the peer certificate} */
    List<String> namespaces();

    /** {@return the excluded namespaces of the peer certificate} */
    List<String> notNamespaces();

    /** {@return the addresses of the connection, each an address or a CIDR block} */
    List<String> ipBlocks();

    /** {@return the excluded addresses of the connection} */
    List<String> notIpBlocks();

    /** {@return the addresses of the client as trusted proxies report it, each an address or a CIDR block} */
    List<String> remoteIpBlocks();

    /** {@return the excluded addresses of the client} */
    List<String> notRemoteIpBlocks();

    /**
     * {@return the service accounts of the peer certificate as {@code account} or {@code namespace/account},
     * exact}
     */
    List<String> serviceAccounts();

    /** {@return the excluded service accounts of the peer certificate} */
    List<String> notServiceAccounts();

    /** {@return the trust domains of the peer certificate; since Istio 1.30} */
    List<String> trustDomains();

    /** {@return the excluded trust domains of the peer certificate; since Istio 1.30} */
    List<String> notTrustDomains();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RequestSourceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return callers by identity}
     *
     * @param principals the identities
     */
    static RequestSource principals(String... principals) {
        return builder().addPrincipals(principals).build();
    }

    /**
     * {@return callers by namespace}
     *
     * @param namespaces the namespaces
     */
    static RequestSource namespaces(String... namespaces) {
        return builder().addNamespaces(namespaces).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RequestSource empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RequestSourceBuilder builder() {
        return new RequestSourceBuilder();
    }
}
