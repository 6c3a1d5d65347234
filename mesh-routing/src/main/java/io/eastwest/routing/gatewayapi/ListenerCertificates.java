package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.ObjectReference;
import io.eastwest.model.gatewayapi.SecretObjectReference;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.routing.credential.KeyPairs;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets and ConfigMaps that listeners refer to. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:buildSecretReference, buildCaCertificateReference}.
 */
final class ListenerCertificates {
    private static final String CA_SUFFIX = "-cacert";

    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Map<String, ConfigMap> configMaps = new LinkedHashMap<>();
    private final ReferenceGrants grants;

    ListenerCertificates(ControlPlaneView view, ReferenceGrants grants) {
        for (Configured<Secret> secret : view.configuration(Secret.class)) {
            secrets.put(secret.namespace() + "/" + secret.name(), secret.resource());
        }
        for (Configured<ConfigMap> map : view.configuration(ConfigMap.class)) {
            configMaps.put(map.namespace() + "/" + map.name(), map.resource());
        }
        this.grants = grants;
    }

    /**
     * What a certificate reference gives.
     *
     * @param credential name of the credential; empty when there is a problem
     * @param problem why it cannot be used
     */
    record Credential(Optional<String> credential, Optional<Problem> problem) {
        static Credential bad(String reason, String message) {
            return new Credential(Optional.empty(), Optional.of(new Problem(reason, message)));
        }
    }

    Credential server(SecretObjectReference reference, ParentKey owner) {
        GroupKind kind = GroupKind.of(reference.group(), reference.kind(), GroupKind.SECRET);
        String namespace = reference.namespace().orElse(owner.namespace());
        String key = namespace + "/" + reference.name();
        if (!kind.equals(GroupKind.SECRET)) {
            return invalid("certificate " + key + " is a " + kind + "; a Secret is accepted");
        }
        Secret secret = secrets.get(key);
        if (secret == null) {
            return invalid("Secret " + key + " does not exist");
        }
        if (!KeyPairs.hold(secret)) {
            return invalid("Secret " + key + " holds no certificate with its key");
        }
        if (!namespace.equals(owner.namespace())
                && !grants.allows(owner.kind(), owner.namespace(), GroupKind.SECRET, namespace, reference.name())) {
            return notPermitted(key, owner);
        }
        return new Credential(Optional.of("kubernetes-gateway://" + key), Optional.empty());
    }

    Credential authority(List<ObjectReference> references, ParentKey owner) {
        if (references.size() > 1) {
            return invalid("more than one CA certificate is referred to; one is accepted");
        }
        ObjectReference reference = references.get(0);
        GroupKind kind = new GroupKind(reference.group(), reference.kind());
        String namespace = reference.namespace().orElse(owner.namespace());
        String key = namespace + "/" + reference.name();
        Optional<String> bundle = Optional.empty();
        if (kind.equals(GroupKind.CONFIG_MAP)) {
            bundle = Optional.ofNullable(configMaps.get(key)).flatMap(KeyPairs::authorities);
        } else if (kind.equals(GroupKind.SECRET)) {
            bundle = Optional.ofNullable(secrets.get(key)).flatMap(KeyPairs::authorities);
        }
        if (bundle.filter(KeyPairs::hasCertificate).isEmpty()) {
            return invalid("CA certificate " + kind + " " + key + " does not exist or holds no certificate");
        }
        if (!namespace.equals(owner.namespace())
                && !grants.allows(owner.kind(), owner.namespace(), kind, namespace, reference.name() + CA_SUFFIX)) {
            return notPermitted(key, owner);
        }
        String scheme = kind.equals(GroupKind.SECRET) ? "kubernetes-gateway" : "configmap";
        return new Credential(Optional.of(scheme + "://" + key + CA_SUFFIX), Optional.empty());
    }

    private static Credential invalid(String message) {
        return Credential.bad(Problem.INVALID_CERTIFICATE, message);
    }

    private static Credential notPermitted(String key, ParentKey owner) {
        return Credential.bad(
                Problem.REF_NOT_PERMITTED,
                key + " may not be used by a " + owner.kind().kind() + " of namespace " + owner.namespace()
                        + "; a ReferenceGrant is needed");
    }
}
